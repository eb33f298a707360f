<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Renewals\Bills;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\ItemTaxes;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/**
 * What will be billed, with the taxes and settings of today: first what is claimed already and has no invoice yet, then what the
 * days to come bring. In chunks of clients, so that its memory does not grow with their number.
 */
final readonly class ReadForecast
{
    /** Clients in memory at once. */
    private const CHUNK = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private RenewalRepository $renewals,
        private BillingDayRepository $billing_days,
        private ItemTaxes $taxes,
        private RenewalSettings $settings,
        private Closure $calendar,
    ) {
    }

    /** The rest of this month and the twelve that follow. */
    public function span(): Span
    {
        return Span::from(($this->calendar)()->today());
    }

    /**
     * One alone: its part where the client gets one bill for several.
     *
     * @return iterable<ForecastBill> in order
     * @throws \Counterfoil\Shared\DomainError 404
     */
    public function of_subscription(int $id, Viewer $viewer, Span $span): iterable
    {
        $subscription = $this->subscriptions->get($id, $viewer);

        return $this->bills([$subscription], $this->claimed($subscription->client_id), $this->billing_days->of($subscription->client_id), $span);
    }

    /** @return iterable<ForecastBill> in order */
    public function of_client(int $client_id, Viewer $viewer, Span $span): iterable
    {
        return $this->bills($this->subscriptions->of_client($client_id, $viewer), $this->claimed($client_id), $this->billing_days->of($client_id), $span);
    }

    /** @return iterable<ForecastBill> client by client, each one's in order */
    public function of_business(Viewer $viewer, Span $span): iterable
    {
        $claimed = $this->claimed(null);
        $after = 0;
        do {
            $clients = $this->subscriptions->clients_with_any($after, self::CHUNK, $viewer);
            $days = $this->billing_days->among($clients);
            foreach ($this->subscriptions->of_clients($clients, $viewer) as $client_id => $subscriptions) {
                yield from $this->bills($subscriptions, $claimed, $days[$client_id] ?? null, $span);
            }
            $after = $clients === [] ? $after : max($clients);
        } while (count($clients) === self::CHUNK);
    }

    /**
     * @param list<Subscription> $subscriptions of one client
     * @param array<int, list<Renewal>> $claimed by client
     * @return iterable<ForecastBill>
     */
    private function bills(array $subscriptions, array $claimed, ?int $billing_day, Span $span): iterable
    {
        if ($subscriptions === []) {
            return;
        }
        $settings = $this->settings->get();
        $taxed = $this->taxes->of($subscriptions[0]->client_id, $subscriptions);
        $by_id = array_combine(array_map(static fn (Subscription $one): int => $one->id, $taxed), $taxed);
        foreach ($claimed[$subscriptions[0]->client_id] ?? [] as $renewal) {
            $bill = $this->of_renewal($renewal, $by_id, $span->from);
            if ($bill !== null) {
                yield $bill;
            }
        }
        yield from (new LookAhead($settings->lead_days, $billing_day))->handle($taxed, new Bills($billing_day !== null, $settings->catch_up), $span->from, $span->until);
    }

    /** @param array<int, Subscription> $subscriptions by id */
    private function of_renewal(Renewal $renewal, array $subscriptions, string $today): ?ForecastBill
    {
        $claims = $this->taxes->of_claims($renewal->client_id, $this->subscriptions->as_claimed(array_values(array_filter($renewal->periods, static fn (ClaimedPeriod $claimed): bool => isset($subscriptions[$claimed->subscription_id])))));

        return $claims === [] ? null : ForecastBill::of($today, $claims);
    }

    /**
     * @param int|null $client_id null for all
     * @return array<int, list<Renewal>> whose invoice is not issued yet, by client
     */
    private function claimed(?int $client_id): array
    {
        $claimed = [];
        foreach ($this->renewals->claimed($client_id) as $renewal) {
            $claimed[$renewal->client_id][] = $renewal;
        }

        return $claimed;
    }
}
