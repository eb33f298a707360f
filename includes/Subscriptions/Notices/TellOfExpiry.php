<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Notices;

use Closure;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\MethodsOfSubscriptions;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/**
 * Tells clients that the card of a running subscription will have expired when it is charged next; once for each card and expiry.
 * Where the network has put a new expiry or a new card in its place, that one counts.
 */
final readonly class TellOfExpiry
{
    private const PAGE = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private KeptMethodRepository $methods,
        private SubscriptionRepository $subscriptions,
        private RenewalSettings $settings,
        private NoticeMails $mails,
        private Closure $calendar,
    ) {
    }

    public function handle(): void
    {
        $days = $this->settings->get()->card_notice_days;
        if ($days === 0) {
            return;
        }
        $until = Calendar::add_days(($this->calendar)()->today(), $days);
        $after = 0;
        do {
            $methods = $this->methods->expiring($until, $after, self::PAGE);
            foreach ($methods as $method) {
                $this->look($method);
                $after = $method->id;
            }
        } while (count($methods) === self::PAGE);
    }

    private function look(KeptMethod $method): void
    {
        $all = $this->methods->of_client($method->client_id, Viewer::system());
        $charged = array_values(array_filter(
            $this->subscriptions->of_client($method->client_id, Viewer::system()),
            static fn (Subscription $one): bool => $one->next_on() !== null && $one->next_on() > $method->good_until() && MethodsOfSubscriptions::charged($one, $all)?->id === $method->id
        ));
        if ($charged === []) {
            return;
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($method, $charged): void {
            if ($this->methods->note_expiry_told($method)) {
                $subjects = [...array_map(static fn (Subscription $one): array => ['subscription', $one->id], $charged), ['method', $method->id]];
                $change->event('subscription.expiry_told', $subjects, $method->client_id, ['label' => $method->label]);
                $this->mails->card_expires($change, $method, $charged, ($this->calendar)()->today());
            }
        });
    }
}
