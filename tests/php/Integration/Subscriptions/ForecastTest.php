<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\TaxRate;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Subscriptions\Forecast\ForecastTable;
use Counterfoil\Subscriptions\Forecast\ReadForecast;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What is said to be billed is what is billed. */
final class ForecastTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesSubscriptions;

    /** Bills of the twelve months are made as they are foretold: their days, lines, taxes and sums. */
    public function test_twelve_months_are_billed_as_they_were_forecast(): void
    {
        $this->plugin()->database()->transaction(fn () => $this->plugin()->module(BusinessModule::class)->tax_rates()->save([new TaxRate(0, 'VAT', '', 'S', '8', '', '')], 0));
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 3, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));
        $this->at('2027-01-31 10:00');
        $clients = [$this->client_with_all_kinds(), $this->client_with_one_bill()];
        $this->work();
        $already = array_map(fn (Client $client): int => count($this->bills($client)), $clients);
        $span = $this->forecast()->span();
        self::assertSame(['2027-01-31', '2028-01-31'], [$span->from, $span->until]);
        $foretold = array_map(fn (Client $client): array => $this->foretold($this->forecast()->of_client($client->id, Viewer::system(), $span)), $clients);
        self::assertSame(array_merge(...$foretold), $this->foretold($this->forecast()->of_business(Viewer::system(), $span)));

        for ($day = '2027-02-01'; $day <= $span->until; $day = Calendar::add_days($day, 1)) {
            $this->at("{$day} 09:00");
            $this->renew();
        }

        foreach ($clients as $i => $client) {
            $made = array_map($this->made(...), array_slice($this->bills($client), $already[$i]));
            self::assertSame($foretold[$i], $made);
        }
        self::assertCount(6, array_filter($foretold[0], static fn (array $bill): bool => $bill['sums'][0] === 17500), 'the planned change is among them');
        self::assertGreaterThan(60, count($foretold[0]) + count($foretold[1]));
    }

    /** What the routes and the command say is the same, each for those it asks for. */
    public function test_it_is_told_by_month_and_bill_of_one_a_client_and_all(): void
    {
        $this->at('2027-01-31 10:00');
        [$client, $other] = [$this->client(), $this->client('Other Ltd')];
        $monthly = $this->subscribe($client);
        $this->subscribe($client, ['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2027-03-01', 'items' => [$this->item(['unit_price' => 50000])]]);
        $this->subscribe($other, ['interval' => ['unit' => 'month', 'count' => 6], 'currency' => 'USD', 'items' => [$this->item(['setup_fee' => 2000])]]);
        $this->work();
        $staff = $this->administrator();
        $read = fn (string $operation, string $path): array => self::fits($operation, $this->rest('GET', "/counterfoil/v1{$path}", user: $staff));
        $sums = static fn (array $forecast): array => array_map(static fn (array $of): array => array_map(static fn (array $sums): string => "{$sums['bills']}: {$sums['net']['amount']} + {$sums['tax']['amount']} {$sums['total']['currency']}", $of), array_filter(array_column($forecast['months'], 'sums', 'month')));

        $of_one = $read('forecast.of-subscription', "/subscriptions/{$monthly->id}/forecast");
        self::assertSame(['2028-01-31', 13, 12], [$of_one['until'], count($of_one['months']), count($of_one['bills'])]);
        self::assertSame(['2027-02-28', 'Care plan', '2027-02-28', '2027-03-30', $monthly->id], [$of_one['bills'][0]['day'], ...array_map(static fn (string $key): mixed => $of_one['bills'][0]['lines'][0][$key], ['description', 'from', 'to', 'subscription_id'])]);
        self::assertSame(['1: 10000 + 2300 EUR'], $sums($of_one)['2027-03']);
        self::assertSame(['2: 60000 + 13800 EUR'], $sums($read('forecast.of-client', "/clients/{$client->id}/forecast"))['2027-03']);
        $of_all = $read('forecast.get', '/forecast');
        self::assertSame([['1: 10000 + 2300 EUR', '1: 10000 + 2300 USD'], ['1: 10000 + 2300 EUR', '1: 10000 + 2300 USD']], [$sums($of_all)['2027-07'] ?? [], $sums($of_all)['2028-01'] ?? []]);
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/clients/999999999/forecast', user: $staff));

        $rows = fn (array $options): array => iterator_to_array($this->plugin()->module(ForecastModule::class)->rows($options), false);
        self::assertSame(['month' => '2027-03', 'currency' => 'EUR', 'invoices' => '2', 'net' => '600.00', 'tax' => '138.00', 'total' => '738.00'], $rows(['client' => (string) $client->id])[1]);
        self::assertSame(ForecastTable::MONTH, array_keys($rows([])[0]));
        $lines = $rows(['subscription' => (string) $monthly->id, 'by' => 'line']);
        self::assertSame([12, ForecastTable::LINE, '2027-02-28', '100.00'], [count($lines), array_keys($lines[0]), $lines[0]['day'], $lines[0]['amount']]);
        $this->expectException(DomainError::class);
        $rows(['subscription' => '999999999']);
    }

    private function client_with_all_kinds(): Client
    {
        $client = $this->client();
        $this->subscribe($client);
        $this->subscribe($client, ['starts_on' => '2027-01-29', 'items' => [$this->item(['quantity' => '2.5', 'unit_price' => 333, 'discount' => ['type' => 'percent', 'percent' => '10'], 'tax' => null])]]);
        $this->subscribe($client, ['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2027-05-31']);
        $this->subscribe($client, ['interval' => ['unit' => 'week', 'count' => 6], 'currency' => 'JPY', 'tax_mode' => 'inclusive', 'items' => [$this->item(['unit_price' => 1999])]]);
        $this->subscribe($client, ['interval' => ['unit' => 'day', 'count' => 45], 'starts_on' => '2027-02-10', 'items' => [$this->item(['setup_fee' => 4900, 'tax' => null]), $this->item(['description' => 'Backups', 'unit_price' => 250])]]);
        $this->subscribe($client, ['interval' => ['unit' => 'month', 'count' => 6], 'trial_days' => 30, 'items' => [$this->item(['setup_fee' => 9900])]]);
        $this->subscribe($client, ['cycles' => 3, 'tax_mode' => 'inclusive', 'items' => [$this->item(['unit_price' => 4999, 'tax' => null])]]);
        $paused = $this->subscribe($client, ['cycles' => 5]);
        $paused_and_over = $this->subscribe($client, []);
        $canceled = $this->subscribe($client, []);
        $ending = $this->subscribe($client, ['interval' => ['unit' => 'month', 'count' => 3]]);
        $changing = $this->subscribe($client);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$changing->id}/change", ['when' => 'next', 'version' => $changing->version, 'interval' => ['unit' => 'month', 'count' => 2], 'items' => [array_diff_key($this->item(['unit_price' => 17500, 'tax' => null]), ['setup_fee' => 0])]], $this->administrator()));
        $viewer = Viewer::system();
        $this->subscriptions()->pause()->handle($paused->id, '2027-04-12', $viewer);
        $this->subscriptions()->cancel()->on($paused_and_over->id, '2027-03-10', $viewer);
        $this->subscriptions()->pause()->handle($paused_and_over->id, '2027-06-01', $viewer);
        $this->subscriptions()->cancel()->at_period_end($canceled->id, $viewer);
        $this->subscriptions()->cancel()->on($ending->id, '2027-09-15', $viewer);

        return $client;
    }

    /** Several subscriptions that are brought to the 30th, and others that can't be. */
    private function client_with_one_bill(): Client
    {
        $client = $this->client('One Bill Ltd');
        $this->plugin()->database()->transaction(fn () => $this->subscriptions()->billing_days()->set($client->id, 30));
        $this->subscribe($client, ['items' => [$this->item(['unit_price' => 7777])]]);
        $this->subscribe($client, ['starts_on' => '2027-02-13', 'items' => [$this->item(['description' => 'Hosting', 'unit_price' => 1250, 'tax' => null])]]);
        $this->subscribe($client, ['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2027-06-30', 'trial_days' => 7]);
        $this->subscribe($client, ['interval' => ['unit' => 'month', 'count' => 5], 'currency' => 'USD', 'starts_on' => '2027-03-01']);
        $this->subscribe($client, ['interval' => ['unit' => 'week', 'count' => 13], 'starts_on' => '2027-03-30']);
        $paused = $this->subscribe($client, ['starts_on' => '2027-01-30']);
        $this->subscriptions()->pause()->handle($paused->id, '2027-08-20', Viewer::system());

        return $client;
    }

    /** The worker's part that makes bills. */
    private function renew(): void
    {
        $renewals = $this->plugin()->module(RenewalsModule::class);
        $renewals->renew_due()->handle();
        foreach ($renewals->renewals()->claimed(null) as $renewal) {
            self::assertNull($renewals->bill()->handle($renewal->id, 1), $renewal->blocked);
        }
    }

    /**
     * @param iterable<ForecastBill> $bills
     * @return list<array<string, mixed>>
     */
    private function foretold(iterable $bills): array
    {
        return array_map(static fn (ForecastBill $bill): array => [
            'day' => $bill->day,
            'currency' => $bill->totals->currency->code,
            'lines' => array_map(static fn (InvoiceLine $line, int $amount): array => self::line_of($line, $amount), $bill->lines, $bill->totals->amounts),
            'sums' => [$bill->totals->net, $bill->totals->tax, $bill->totals->total],
        ], iterator_to_array($bills, false));
    }

    /** @return array<string, mixed> */
    private function made(Invoice $invoice): array
    {
        return [
            'day' => $invoice->issue_date,
            'currency' => $invoice->currency->code,
            'lines' => array_map(static fn (InvoiceLine $line): array => self::line_of($line, (int) $line->amount), $this->plugin()->module(InvoicesModule::class)->invoices()->lines($invoice->id)),
            'sums' => [$invoice->net, $invoice->tax, $invoice->total],
        ];
    }

    /** @return list<int|string|null> */
    private static function line_of(InvoiceLine $line, int $amount): array
    {
        return [$line->description, $line->quantity, $line->supply_from, $line->supply_to, $amount, $line->tax?->rate];
    }

    private function forecast(): ReadForecast
    {
        return $this->plugin()->module(ForecastModule::class)->read();
    }
}
