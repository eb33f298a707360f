<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\ExchangeRates\Rates;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** The VAT of an invoice in another currency, stated in the business's own: at a published rate, or a typed one. */
final class VatExchangeTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private int $staff;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->clock()->set(new DateTimeImmutable('2026-11-26T12:00:00Z'));
        $this->business('PL');
        $this->client = $this->client();
        $this->plugin()->database()->update('clients', ['country' => 'PL'], ['id' => $this->client->id]);
    }

    public function test_t8_the_rate_of_the_national_bank_is_asked_for_frozen_and_printed(): void
    {
        self::assertSame(['currency' => 'PLN', 'rate' => null, 'day' => null, 'source' => null, 'table' => '', 'tax' => null], $this->preview()['tax_exchange']);
        $this->assert_no_request();
        $this->nbp();
        $this->work();
        self::assertSame('https://api.nbp.pl/api/exchangerates/rates/A/EUR/2026-11-16/2026-11-25/?format=json', $this->gatekeeper->requests[0]['url']);
        $exchange = $this->preview()['tax_exchange'];
        self::assertSame(['4.253', '2026-11-25', 'nbp', '228/A/NBP/2026', ['amount' => 32608, 'currency' => 'PLN']], [$exchange['rate'], $exchange['day'], $exchange['source'], $exchange['table'], $exchange['tax']]);

        $issued = $this->send();
        self::assertSame([7667, 41000], [$issued['totals']['taxes'][0]['amount']['amount'], $issued['totals']['total']['amount']]);
        self::assertSame(['VAT in PLN: PLN 326.08 (1 EUR = 4.253 PLN; NBP 228/A/NBP/2026, November 25, 2026)'], array_map(static fn (string $note): string => str_replace("\u{A0}", ' ', $note), $issued['document']['notes']));
        $form = $this->plugin()->module(InvoicesModule::class)->archive()->form($issued['id'])->content ?? [];
        self::assertSame($exchange, $form['tax_exchange']);
    }

    public function test_without_a_rate_nothing_is_issued_and_one_can_be_typed(): void
    {
        $draft = self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $this->terms(), $this->staff));
        self::refused(400, ['/exchange_rate'], $this->rest('POST', "/counterfoil/v1/invoices/{$draft['id']}/send", ['version' => $draft['version']], $this->staff));
        $this->work();
        self::assertSame(1, $this->rows_in('exchange_rates'));

        $issued = $this->send(['exchange_rate' => '4.2530']);
        self::assertSame('4.2530', $issued['exchange_rate']);
        self::assertStringContainsString('326.08', $issued['document']['notes'][0]);
        $copy = self::fits('invoices.duplicate', $this->rest('POST', "/counterfoil/v1/invoices/{$issued['id']}/duplicate", [], $this->staff));
        self::assertSame('', $copy['exchange_rate']);
    }

    public function test_it_is_the_day_before_the_supply_where_that_is_earlier(): void
    {
        $this->preview(['supply' => ['from' => '2026-11-01', 'to' => '2026-11-10']]);
        $this->nbp();
        $this->work();
        self::assertStringContainsString('/2026-10-31/2026-11-09/', $this->gatekeeper->requests[0]['url']);
        $this->preview(['supply' => ['from' => null, 'to' => '2026-12-24']]);
        $this->work();
        self::assertStringContainsString('/2026-11-16/2026-11-25/', $this->gatekeeper->requests[1]['url']);
    }

    public function test_elsewhere_it_is_the_rate_of_the_european_central_bank(): void
    {
        $this->business('DE');
        $this->preview(['currency' => 'USD']);
        $this->gatekeeper->answer(static fn (): array => ['body' => "KEY,FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE\nEXR.D.USD.EUR.SP00.A,D,USD,2026-11-24,1.08\nEXR.D.USD.EUR.SP00.A,D,USD,2026-11-25,1.25\n"] + Gatekeeper::json([]));
        $this->work();
        self::assertSame('https://data-api.ecb.europa.eu/service/data/EXR/D.USD.EUR.SP00.A?startPeriod=2026-11-16&endPeriod=2026-11-25&format=csvdata', $this->gatekeeper->requests[0]['url']);
        $exchange = $this->preview(['currency' => 'USD'])['tax_exchange'];
        self::assertSame(['EUR', '0.8', '2026-11-25', 'ecb', ['amount' => 6134, 'currency' => 'EUR']], [$exchange['currency'], $exchange['rate'], $exchange['day'], $exchange['source'], $exchange['tax']]);
    }

    public function test_where_there_is_nothing_to_state_nobody_is_asked(): void
    {
        self::assertNull($this->preview(['currency' => 'PLN'])['tax_exchange']);
        self::assertNull($this->preview(['lines' => [$this->line(['tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'AE']])]])['tax_exchange']);
        $this->business('US');
        self::assertNull($this->preview(['currency' => 'USD'])['tax_exchange']);
        self::assertSame(0, $this->rows_in('exchange_rates'));
    }

    public function test_a_bank_that_is_down_is_asked_again(): void
    {
        $this->preview();
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json([], 503));
        $this->work();
        self::assertNull($this->preview()['tax_exchange']['rate']);
        $this->nbp();
        $this->clock()->set(new DateTimeImmutable('2026-11-26T12:02:00Z'));
        $this->work();
        self::assertSame('4.253', $this->preview()['tax_exchange']['rate']);
    }

    private function nbp(): void
    {
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['table' => 'A', 'code' => 'EUR', 'rates' => [
            ['no' => '227/A/NBP/2026', 'effectiveDate' => '2026-11-24', 'mid' => 4.2611],
            ['no' => '228/A/NBP/2026', 'effectiveDate' => '2026-11-25', 'mid' => 4.2530],
        ]]));
    }

    private function business(string $country): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['address' => ['country' => $country]] + $settings->get('business'));
    }

    private function work(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [Rates::JOB]);
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function terms(array $changes = []): array
    {
        return $this->body($this->client->id, $changes + ['lines' => [$this->line(['unit_price' => 33333])]]);
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function preview(array $changes = []): array
    {
        return self::fits('invoices.preview', $this->rest('POST', '/counterfoil/v1/invoices/preview', $this->terms($changes), $this->staff));
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function send(array $changes = []): array
    {
        $draft = self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $this->terms($changes), $this->staff));

        return self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft['id']}/send", ['version' => $draft['version']], $this->staff));
    }
}
