<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\TaxRate;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\Settings\Renewing;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What docs/subscriptions.md says of cases that are decided one way or the other. */
final class DecidedCasesTest extends IntegrationTestCase
{
    use ChargesSubscriptions;

    private Client $client;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
        $this->staff = $this->administrator();
    }

    public function test_a_plan_that_is_archived_or_gets_another_price_changes_no_subscription_and_one_that_is_subscribed_to_stays(): void
    {
        $plan = ['name' => 'Monthly', 'price' => ['amount' => 10000, 'currency' => 'EUR'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]];
        $product = $this->rest('POST', '/counterfoil/v1/products', ['name' => 'Care', 'description' => '', 'image_id' => null, 'plans' => [$plan]], $this->staff)->get_data();
        $plan_id = $product['plans'][0]['id'];
        $this->subscribe($this->client, ['starts_on' => '2027-02-10', 'items' => [$this->item(['plan_id' => $plan_id])]]);

        self::assert_status(409, $this->rest('DELETE', "/counterfoil/v1/plans/{$plan_id}", null, $this->staff));
        self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/plans/{$plan_id}", ['price' => ['amount' => 99900, 'currency' => 'EUR']] + $plan, $this->staff));
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/plans/{$plan_id}/archive", null, $this->staff));
        $this->at('2027-02-10 10:00');
        $this->work();

        self::assertSame(['2027-02-10 – 2027-03-09: 10000'], $this->billed($this->client));
    }

    public function test_a_bill_says_the_rhythm_of_the_subscription_and_not_that_of_its_plan(): void
    {
        $plan = ['name' => 'Monthly', 'price' => ['amount' => 10000, 'currency' => 'EUR'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]];
        $product = $this->rest('POST', '/counterfoil/v1/products', ['name' => 'Care', 'description' => '', 'image_id' => null, 'plans' => [$plan]], $this->staff)->get_data();
        $this->subscribe($this->client, ['interval' => ['unit' => 'year', 'count' => 1], 'items' => [$this->item(['plan_id' => $product['plans'][0]['id']])]]);
        $this->work();

        self::assertSame(1, $this->rows_in('invoice_lines', "interval_unit = 'year' AND supply_to = '2028-01-09'"));
    }

    public function test_a_website_that_is_subscribed_for_stays(): void
    {
        $path = "/counterfoil/v1/clients/{$this->client->id}/websites";
        $website = $this->rest('POST', $path, ['name' => 'Shop', 'url' => 'https://shop.test'], $this->staff)->get_data();
        $this->subscribe($this->client, ['starts_on' => '2027-02-10', 'website_id' => $website['id']]);

        self::assert_status(409, $this->rest('DELETE', "/counterfoil/v1/websites/{$website['id']}", null, $this->staff));
        $this->at('2027-02-10 10:00');
        $this->work();
        self::assertSame($website['id'], $this->bills($this->client)[0]->website_id);
    }

    public function test_a_rate_that_changes_within_a_period_counts_from_the_next_bill_on(): void
    {
        $this->rate('19');
        $this->subscribe($this->client, ['items' => [$this->item(['tax' => null])]]);
        $this->work();
        $this->at('2027-01-20 10:00');
        $this->rate('21');
        $this->work();
        $this->at('2027-02-10 10:00');
        $this->work();

        self::assertSame([11900, 12100], array_map(static fn (Invoice $bill): int => $bill->total, $this->bills($this->client)));
    }

    public function test_a_bill_that_is_out_ahead_has_the_rate_of_its_day_and_a_change_bills_it_by_the_new_one(): void
    {
        $settings = $this->subscriptions()->settings();
        $this->plugin()->database()->transaction(fn () => $settings->save(new Renewing(...['lead_days' => 7] + get_object_vars($settings->get()))));
        $this->rate('19');
        $subscription = $this->subscribe($this->client, ['items' => [$this->item(['tax' => null])]]);
        $this->at('2027-02-03 10:00');
        $this->work();
        $this->at('2027-02-10 10:00');
        $this->rate('21');
        $terms = NewTerms::from_wire(['items' => [$this->item(['tax' => null])], 'interval' => ['unit' => 'month', 'count' => 1]]);
        $this->plugin()->module(ChangesModule::class)->change()->now($subscription->id, $this->subscription($subscription->id)->version, $terms, Viewer::system());
        $this->work();

        self::assertSame([[11900, 0], [11900, 11900], [12100, 0]], array_map(static fn (Invoice $bill): array => [$bill->total, $bill->credited], $this->bills($this->client)));
    }

    public function test_a_client_that_moves_abroad_is_taxed_as_it_is_there_from_the_next_bill_on(): void
    {
        $this->both_are_in('DE');
        $this->rate('19');
        $this->subscribe($this->client, ['items' => [$this->item(['tax' => null])]]);
        $this->work();
        $this->plugin()->database()->update('clients', ['country' => 'US'], ['id' => $this->client->id]);
        $this->at('2027-02-10 10:00');
        $this->work();

        self::assertSame([11900, 10000], array_map(static fn (Invoice $bill): int => $bill->total, $this->bills($this->client)));
    }

    public function test_another_currency_of_the_client_is_for_what_is_started_from_then_on(): void
    {
        $this->subscribe($this->client);
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('clients')} SET currency = 'GBP'");
        $this->at('2027-02-10 10:00');
        $this->work();

        self::assertSame(['EUR', 'EUR'], array_map(static fn (Invoice $bill): string => $bill->currency->code, $this->bills($this->client)));
    }

    public function test_another_zone_of_the_business_moves_no_period(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => 'Pacific/Auckland'] + $settings->get('business'));
        $this->at('2027-02-10 00:30');
        $this->work();

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-03-09: 10000'], $this->billed($this->client));
        self::assertSame('2027-03-10', $this->subscription($subscription->id)->next()?->from);
    }

    public function test_an_exchange_rate_that_has_to_be_asked_for_is_waited_for_before_the_agency_hears_of_it(): void
    {
        $this->both_are_in('PL');
        $this->rate('23');
        $this->subscribe($this->client, ['items' => [$this->item(['tax' => null])]]);
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json([], 503));
        $this->work();
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json(['table' => 'A', 'code' => 'EUR', 'rates' => [['no' => '4/A/NBP/2027', 'effectiveDate' => '2027-01-08', 'mid' => 4.25]]]));
        foreach (['10:01', '10:03', '10:05'] as $time) {
            $this->at("2027-01-10 {$time}");
            $this->work();
        }

        self::assertSame(['2027-01-10 – 2027-02-09: 10000'], $this->billed($this->client));
        self::assertSame(0, $this->rows_in('events', "type = 'subscription.blocked'"));
    }

    public function test_an_exchange_rate_that_nobody_tells_is_told_of(): void
    {
        $this->both_are_in('PL');
        $this->rate('23');
        $this->subscribe($this->client, ['items' => [$this->item(['tax' => null])]]);
        $this->gatekeeper->answer(static fn (): array => Gatekeeper::json([], 503));
        for ($minute = 0; $minute < 30; $minute += 2) {
            $this->at(sprintf('2027-01-10 10:%02d', $minute));
            $this->work();
        }

        self::assertSame(1, $this->rows_in('events', "type = 'subscription.blocked'"));
    }

    public function test_what_could_not_be_billed_is_billed_before_what_came_later(): void
    {
        $this->kept($this->client);
        $database = $this->plugin()->database();
        // The paper has no letters for it.
        $database->update('clients', ['name' => "\u{1F642}"], ['id' => $this->client->id]);
        $this->subscribe($this->client);
        foreach (['2027-01-10 10:00', '2027-01-12 10:00', '2027-02-09 23:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }
        self::assertSame([], $this->bills($this->client));
        $database->update('clients', ['name' => 'Harbour & Pine'], ['id' => $this->client->id]);
        $this->at('2027-02-10 00:30');
        $this->work();

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-03-09: 10000'], $this->billed($this->client));
        self::assertSame([2, 24600], [$this->ledger()['charges'], $this->ledger()['charged']]);
    }

    private function both_are_in(string $country): void
    {
        $this->plugin()->settings()->set('business', ['address' => ['country' => $country]] + $this->plugin()->settings()->get('business'));
        $this->plugin()->database()->update('clients', ['country' => $country], ['id' => $this->client->id]);
    }

    private function rate(string $rate): void
    {
        $database = $this->plugin()->database();
        $database->execute("DELETE FROM {$database->table('tax_rates')}");
        $database->transaction(fn () => $this->plugin()->module(BusinessModule::class)->tax_rates()->save([new TaxRate(0, 'VAT', '', 'S', $rate, '', '')], 0));
    }
}
