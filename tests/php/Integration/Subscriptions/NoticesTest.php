<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What clients are told before a subscription is billed: once each, and only what is true. */
final class NoticesTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
    }

    public function test_a_yearly_one_is_told_of_once_with_what_its_bill_will_be(): void
    {
        $this->subscribe($this->client, ['interval' => ['unit' => 'year', 'count' => 1], 'items' => [$this->item(['setup_fee' => 5000])]]);
        $this->subscribe($this->client);
        $this->work();
        $this->card('pm_1', 12, 2030);
        foreach (['2027-12-26 23:00' => 0, '2027-12-27 07:00' => 0, '2027-12-27 08:05' => 1, '2027-12-27 12:00' => 1, '2027-12-28 12:00' => 1, '2028-01-09 12:00' => 1, '2028-01-10 12:00' => 1] as $moment => $count) {
            $this->at($moment);
            $this->work();
            self::assertSame($count, $this->rows_in('outbox', "message = 'renewal_soon'"), $moment);
        }

        $told = $this->data('renewal_soon');
        // The set-up fee was on the first bill only; the tax is on it.
        self::assertSame(['Care plan', '2028-01-10', '2028-01-10', 12300, 'Visa 4242'], [$told['subscription'], $told['renews_on'], $told['billed_on'], $told['amount'], $told['method']]);
        self::assertSame(1, $this->rows_in('events', "type = 'subscription.renewal_told'"));
        // And the next year again.
        $this->at('2028-12-27 09:00');
        $this->work();
        self::assertSame(2, $this->rows_in('outbox', "message = 'renewal_soon'"));
    }

    public function test_which_are_told_of_is_chosen_and_what_ends_or_was_changed_is_known(): void
    {
        $this->settings(['renewal_notice' => 'none']);
        $yearly = $this->subscribe($this->client, ['interval' => ['unit' => 'month', 'count' => 12]]);
        $this->work();
        $this->at('2028-01-02 09:00');
        $this->work();
        self::assertSame(0, $this->rows_in('outbox', "message = 'renewal_soon'"));

        $this->settings(['renewal_notice' => 'all', 'renewal_notice_days' => 7, 'lead_days' => 3]);
        $ending = $this->subscribe($this->client, ['starts_on' => '2028-01-02', 'cycles' => 1]);
        $monthly = $this->subscribe($this->client, ['starts_on' => '2028-01-02']);
        $this->at('2028-01-02 11:00');
        $this->work();
        // Billed three days ahead: on the 7th, which is five days away.
        self::assertSame(['Care plan', '2028-01-10', '2028-01-07', ''], array_values(array_intersect_key($this->data('renewal_soon'), ['subscription' => 1, 'renews_on' => 1, 'billed_on' => 1, 'method' => 1])));
        $this->at('2028-01-23 09:00');
        $this->work();

        self::assertSame([$yearly->id, $monthly->id], array_map(intval(...), array_column($this->plugin()->database()->rows("SELECT id FROM {$this->plugin()->database()->table('subscriptions')} WHERE told_on IS NOT NULL ORDER BY id"), 'id')));
        self::assertNotSame($ending->id, $monthly->id);
    }

    public function test_a_card_that_expires_before_its_next_charge_is_told_of_once(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $card = $this->card('pm_1', 3, 2027);
        foreach (['2027-03-09 12:00' => 0, '2027-03-16 12:00' => 0, '2027-03-17 07:00' => 0, '2027-03-17 09:00' => 1, '2027-03-18 09:00' => 1, '2027-04-02 09:00' => 1] as $moment => $count) {
            $this->at($moment);
            $this->work();
            self::assertSame($count, $this->rows_in('outbox', "message = 'card_expires'"), $moment);
        }
        $told = $this->data('card_expires');
        self::assertSame(['Visa 4242', '2027-03-31', false, 'Care plan', '2027-04-10'], [$told['method'], $told['expires_on'], (bool) $told['has_expired'], $told['subscription'], $told['charged_on']]);
        // The network puts another expiry in its place: that one is told of when its time has come.
        $this->card('pm_1', 5, 2027);
        $this->at('2027-05-18 09:00');
        $this->work();
        self::assertSame(2, $this->rows_in('outbox', "message = 'card_expires'"));
        self::assertSame($card->id, (int) $this->plugin()->database()->value("SELECT id FROM {$this->plugin()->database()->table('payment_methods')}"));
    }

    public function test_nothing_is_said_of_a_card_that_was_updated_in_time_or_that_no_running_subscription_is_charged_to(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->card('pm_1', 3, 2027);
        $this->card('pm_2', 3, 2027);
        $this->card('pm_1', 3, 2031);
        $this->at('2027-03-20 12:00');
        $this->work();
        self::assertSame(0, $this->rows_in('outbox', "message = 'card_expires'"));

        $this->card('pm_1', 4, 2027);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'period_end'], $this->administrator()));
        $this->at('2027-04-20 12:00');
        $this->work();
        self::assertSame(0, $this->rows_in('outbox', "message = 'card_expires'"));
    }

    /** A card as its gateway says it is now; the first one is the default. */
    private function card(string $id, int $month, int $year): KeptMethod
    {
        $kept = $this->plugin()->module(MethodsModule::class)->keep()->handle($this->client->id, 'stripe', 'acct_1', new GatewayMethod($id, 'test', 'cus_1', 'card', 'Visa 4242', new MethodTraits(0, 0, true), $month, $year), null, Actor::system());

        return $kept ?? self::fail('It is not kept.');
    }

    /** @return array<string, mixed> of the newest such mail */
    private function data(string $message): array
    {
        return (array) json_decode((string) $this->plugin()->database()->value("SELECT data FROM {$this->plugin()->database()->table('outbox')} WHERE message = ? ORDER BY id DESC LIMIT 1", [$message]), true);
    }

    /** @param array<string, mixed> $changes */
    private function settings(array $changes): void
    {
        $staff = $this->administrator();
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', $changes + self::json($this->rest('GET', '/counterfoil/v1/settings/subscriptions', null, $staff)), $staff));
    }
}
