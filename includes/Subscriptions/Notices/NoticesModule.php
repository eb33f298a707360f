<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Notices;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Subscriptions\Forecast\ReadForecast;
use Counterfoil\Subscriptions\Letters\CardExpiresLetter;
use Counterfoil\Subscriptions\Letters\RenewalSoonLetter;
use Counterfoil\Subscriptions\Letters\SubscriptionPage;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** What clients are told before a subscription renews. */
final class NoticesModule extends Module
{
    /** Nobody is written to about coming bills at night: from eight in the morning where the business is. */
    private const HOUR = 8;

    public function jobs(): array
    {
        return [new Job('subscriptions.tell_ahead', function (): null {
            if ($this->plugin->module(BusinessModule::class)->calendar()->hour() >= self::HOUR) {
                $this->renewals()->handle();
                $this->expiry()->handle();
            }

            return null;
        }, every: HOUR_IN_SECONDS)];
    }

    public function letters(): array
    {
        $page = fn (): SubscriptionPage => new SubscriptionPage($this->plugin->module(PortalsModule::class)->urls(), $this->plugin->module(ClientsModule::class)->portal_access());

        return [
            'renewal_soon' => static fn (): LetterWriter => new RenewalSoonLetter($page()),
            'card_expires' => static fn (): LetterWriter => new CardExpiresLetter($page()),
        ];
    }

    public function sentences(): array
    {
        return [
            /* translators: %s: date */
            'subscription.renewal_told' => static fn (EventWords $words): string => sprintf(__('Client told about the renewal on %s', 'counterfoil'), $words->day()),
            /* translators: %s: payment method, "Visa 4242" */
            'subscription.expiry_told' => static fn (EventWords $words): string => sprintf(__('Client told that %s expires', 'counterfoil'), $words->text('label')),
        ];
    }

    public function renewals(): TellOfRenewals
    {
        return new TellOfRenewals(
            $this->plugin->changes(),
            new NoticeRepository($this->plugin->database()),
            $this->subscriptions()->subscriptions(),
            $this->plugin->module(MethodsModule::class)->methods(),
            $this->subscriptions()->settings(),
            $this->mails(),
            fn (): ReadForecast => $this->plugin->module(ForecastModule::class)->read(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function expiry(): TellOfExpiry
    {
        return new TellOfExpiry(
            $this->plugin->changes(),
            $this->plugin->module(MethodsModule::class)->methods(),
            $this->subscriptions()->subscriptions(),
            $this->subscriptions()->settings(),
            $this->mails(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    private function mails(): NoticeMails
    {
        return new NoticeMails($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(ClientsModule::class)->recipients(...));
    }

    private function subscriptions(): SubscriptionsModule
    {
        return $this->plugin->module(SubscriptionsModule::class);
    }
}
