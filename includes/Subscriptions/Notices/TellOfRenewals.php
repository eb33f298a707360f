<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Notices;

use Closure;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\ReadForecast;
use Counterfoil\Subscriptions\Forecast\Span;
use Counterfoil\Subscriptions\MethodsOfSubscriptions;
use Counterfoil\Subscriptions\Settings\RenewalNotice;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Settings\Renewing;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Tells clients some days ahead what the next bill of a subscription will be, by the code that looks ahead; once for each period. */
final readonly class TellOfRenewals
{
    private const PAGE = 100;

    /**
     * @param Closure(): ReadForecast $forecast
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private Changes $changes,
        private NoticeRepository $notices,
        private SubscriptionRepository $subscriptions,
        private KeptMethodRepository $methods,
        private RenewalSettings $settings,
        private NoticeMails $mails,
        private Closure $forecast,
        private Closure $calendar,
    ) {
    }

    public function handle(): void
    {
        $settings = $this->settings->get();
        if ($settings->renewal_notice === RenewalNotice::None) {
            return;
        }
        $today = ($this->calendar)()->today();
        // A period that is billed today is told of by its bill.
        $from = Calendar::add_days($today, $settings->lead_days + 1);
        $to = Calendar::add_days($today, $settings->lead_days + $settings->renewal_notice_days);
        $after = 0;
        do {
            $clients = $this->notices->clients($from, $to, $after, self::PAGE);
            foreach ($clients as $client_id) {
                $this->look($client_id, $settings, $from, $to);
                $after = $client_id;
            }
        } while (count($clients) === self::PAGE);
    }

    private function look(int $client_id, Renewing $settings, string $from, string $to): void
    {
        $subscriptions = array_filter(
            $this->subscriptions->of_client($client_id, Viewer::system()),
            static fn (Subscription $one): bool => $one->claimed > 0 && $settings->renewal_notice->is_for($one->interval) && $one->next_on() >= $from && $one->next_on() <= $to
        );
        if ($subscriptions === []) {
            return;
        }
        $by_id = array_combine(array_map(static fn (Subscription $one): int => $one->id, $subscriptions), $subscriptions);
        $span = Span::until(($this->calendar)()->today(), Calendar::add_days($to, -$settings->lead_days));
        foreach (($this->forecast)()->of_client($client_id, Viewer::system(), $span) as $bill) {
            $of = array_intersect_key($by_id, array_flip($bill->subscription_ids));
            // Its period must be the one that comes next: what is billed before is no news.
            $of = array_filter($of, static fn (Subscription $one): bool => Calendar::add_days((string) $one->next_on(), -$settings->lead_days) === $bill->day);
            if ($of !== [] && $bill->totals->total > 0) {
                $this->tell($bill, array_values($of));
            }
        }
    }

    /** @param non-empty-list<Subscription> $subscriptions those of the bill whose clients want to be told */
    private function tell(ForecastBill $bill, array $subscriptions): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($bill, $subscriptions): void {
            $told = array_values(array_filter($subscriptions, fn (Subscription $one): bool => $this->notices->note($one->id, (string) $one->next_on())));
            if ($told === []) {
                return;
            }
            $all = $this->subscriptions->by_ids(array_values(array_unique($bill->subscription_ids)), Viewer::system());
            $method = MethodsOfSubscriptions::charged($told[0], $this->methods->of_client($bill->client_id, Viewer::system()));
            $change->event('subscription.renewal_told', array_map(static fn (Subscription $one): array => ['subscription', $one->id], $told), $bill->client_id, ['day' => (string) $told[0]->next_on()]);
            $this->mails->renews_soon($change, $bill, $told[0], array_values($all), $method);
        });
    }
}
