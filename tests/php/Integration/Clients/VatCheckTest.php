<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Clients\CheckVatId;
use Counterfoil\Plugin;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** VIES is asked about a client's VAT ID in the background; whatever it does, nobody waits for it. */
final class VatCheckTest extends IntegrationTestCase
{
    use FitsContract;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $settings = Plugin::instance()->settings();
        $settings->set('business', ['tax_id' => 'PL 526-021-02-28'] + $settings->get('business'));
    }

    public function test_the_answer_and_its_time_are_kept(): void
    {
        $client = $this->client('DE 123 456 788');
        $this->assert_no_request();
        self::assertSame(['DE123456788', 'waiting', null], [$client['vat_id'], $client['vat_check']['state'], $client['vat_check']['answered_at']]);

        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['countryCode' => 'DE', 'vatNumber' => '123456788', 'valid' => true, 'name' => 'Lumen GmbH', 'address' => "Marktplatz 9\n60311 Frankfurt", 'requestIdentifier' => 'WAPIAAAAY1']));
        $this->clock()->shift(60);
        $this->work();

        $request = $this->gatekeeper->requests[0];
        self::assertSame('https://ec.europa.eu/taxation_customs/vies/rest-api/check-vat-number', $request['url']);
        self::assertSame(
            ['countryCode' => 'DE', 'vatNumber' => '123456788', 'requesterMemberStateCode' => 'PL', 'requesterNumber' => '5260210228'],
            json_decode((string) $request['body'], true)
        );
        $check = $this->read($client['id'])['vat_check'];
        self::assertSame(['valid', 'Lumen GmbH', "Marktplatz 9\n60311 Frankfurt", 'WAPIAAAAY1'], [$check['state'], $check['name'], $check['address'], $check['reference']]);
        self::assertGreaterThan($check['asked_at'], (string) $check['answered_at']);
        self::assertContains('client.vat_id_valid', $this->happened($client['id']));
    }

    public function test_it_is_asked_again_with_growing_pauses_while_it_is_down(): void
    {
        $client = $this->client('FR83404833048');
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['actionSucceed' => false, 'errorWrappers' => [['error' => 'MS_UNAVAILABLE']]]));
        $this->clock()->set($this->clock()->now());
        $this->work();
        self::assertSame('waiting', $this->read($client['id'])['vat_check']['state']);
        $passed = 0;
        $begin = $this->clock()->now();
        $at = fn (int $seconds) => $this->clock()->set($begin->modify("+{$seconds} seconds"));
        foreach (array_slice(Job::PAUSES, 0, -1) as $tries => $pause) {
            $at($passed + $pause - 1);
            $this->work();
            self::assertCount($tries + 1, $this->gatekeeper->requests);
            $at($passed += $pause + 1);
            $this->work();
            self::assertCount($tries + 2, $this->gatekeeper->requests);
        }
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['valid' => false]));
        $at($passed + Job::PAUSES[6] + 1);
        $this->work();
        self::assertSame('invalid', $this->read($client['id'])['vat_check']['state']);
    }

    public function test_what_never_answers_is_said_so_and_asked_anew_when_the_client_is_saved(): void
    {
        $client = $this->client('NL004495445B01');
        $passed = 0;
        foreach ([0, ...Job::PAUSES] as $pause) {
            $this->clock()->shift($passed += $pause + 1);
            $this->work();
        }
        self::assertSame('unanswered', $this->read($client['id'])['vat_check']['state']);
        self::assertContains('client.vat_id_unanswered', $this->happened($client['id']));

        $body = array_intersect_key($client, array_flip(['name', 'email', 'phone', 'address', 'tax_id', 'currency', 'locale']));
        self::assertSame('waiting', self::fits('clients.update', $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", $body, $this->staff))['vat_check']['state']);
    }

    public function test_it_is_asked_once_for_each_vat_id_and_never_for_others(): void
    {
        $client = $this->client('DE123456788');
        $body = ['vat_id' => 'DE129273398'] + array_intersect_key($client, array_flip(['name', 'email', 'phone', 'address', 'tax_id', 'currency', 'locale']));
        for ($i = 0; $i < 2; ++$i) {
            self::fits('clients.update', $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", $body, $this->staff));
        }
        self::assertSame(2, $this->questions());
        $this->client('GB123456782');
        $this->client('CHE116281277MWST');
        $consumer = self::fits('clients.create', $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Ida', 'kind' => 'consumer', 'vat_id' => 'DE123456788'], $this->staff));
        self::assertSame(['consumer', '', null], [$consumer['kind'], $consumer['vat_id'], $consumer['vat_check']]);
        self::assertSame(2, $this->questions());
    }

    public function test_one_with_a_wrong_check_digit_is_refused_at_its_field(): void
    {
        self::refused(400, ['/vat_id'], $this->rest('POST', '/counterfoil/v1/clients', ['name' => 'Lumen', 'vat_id' => 'DE123456789'], $this->staff));
    }

    public function test_what_is_left_out_of_a_buyer_stays(): void
    {
        $client = $this->client('DE123456788', ['registration_number' => 'HRB 7', 'buyer_reference' => '04011000-1234512345-06', 'kind' => 'public_body']);
        $body = array_intersect_key($client, array_flip(['name', 'email', 'phone', 'address', 'tax_id', 'currency', 'locale']));
        $after = self::fits('clients.update', $this->rest('PUT', "/counterfoil/v1/clients/{$client['id']}", $body, $this->staff));

        self::assertSame(['public_body', 'DE123456788', 'HRB 7', '04011000-1234512345-06'], [$after['kind'], $after['vat_id'], $after['registration_number'], $after['buyer_reference']]);
    }

    /**
     * @param array<string, mixed> $more
     * @return array<string, mixed>
     */
    private function client(string $vat_id, array $more = []): array
    {
        return self::fits('clients.create', $this->rest('POST', '/counterfoil/v1/clients', $more + ['name' => 'Lumen', 'vat_id' => $vat_id], $this->staff));
    }

    /** @return array<string, mixed> */
    private function read(int $id): array
    {
        return self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$id}", null, $this->staff));
    }

    private function work(): void
    {
        Plugin::instance()->module(SharedModule::class)->worker()->run(only: [CheckVatId::JOB]);
    }

    private function questions(): int
    {
        $database = Plugin::instance()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table('vat_checks')}");
    }

    /** @return list<string> */
    private function happened(int $client_id): array
    {
        $database = Plugin::instance()->database();

        return array_map(static fn (array $row): string => (string) $row['type'], $database->rows("SELECT type FROM {$database->table('events')} WHERE client_id = ?", [$client_id]));
    }
}
