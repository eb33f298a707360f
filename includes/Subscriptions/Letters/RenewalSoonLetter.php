<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/**
 * To a client some days before a subscription is billed. data: subscription_id, subscription (all names of the bill), renews_on, billed_on
 * ("2026-03-31"), amount (minor units, with tax), currency, method ("Visa 4242", or "" where the client pays the bill).
 */
final readonly class RenewalSoonLetter implements CustomisableLetter
{
    public function __construct(private SubscriptionPage $page)
    {
    }

    public function kind(): LetterKind
    {
        $locale = determine_locale();

        return new LetterKind(
            __('Renewal coming', 'counterfoil'),
            __('Sent some days before a subscription is invoiced again, as you chose in the subscription settings.', 'counterfoil'),
            true,
            ['subscription' => __('Care plan', 'counterfoil'), 'renewal_date' => (new DayFormat($locale))->day('2027-01-01'), 'amount' => (new MoneyFormat($locale))->money(Money::of(119_000, 'EUR'))]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $name = $mail->text('subscription');
        $day = $letterhead->day($mail->text('renews_on'));
        $amount = $letterhead->money(Money::of($mail->number('amount'), $mail->text('currency')));
        $method = $mail->text('method');
        /* translators: 1: what is subscribed to, 2: date */
        $news = sprintf(__('Your subscription “%1$s” renews on %2$s.', 'counterfoil'), $name, $day);

        return new Letter(
            /* translators: 1: what is subscribed to, 2: date */
            sprintf(__('%1$s renews on %2$s', 'counterfoil'), $name, $day),
            $news,
            /* translators: %s: date */
            sprintf(__('Your subscription renews on %s', 'counterfoil'), $day),
            [
                Greeting::of($mail),
                $news,
                $method === ''
                    /* translators: %s: amount of money */
                    ? sprintf(__('We’ll email you an invoice for %s to pay.', 'counterfoil'), $amount)
                    /* translators: 1: amount of money, 2: payment method, "Visa 4242" */
                    : sprintf(__('We’ll charge %1$s to %2$s. You don’t need to do anything.', 'counterfoil'), $amount, $method),
            ],
            [
                new Fact(__('Subscription', 'counterfoil'), $name),
                new Fact(__('Invoice date', 'counterfoil'), $letterhead->day($mail->text('billed_on'))),
                ...($method === '' ? [] : [new Fact(__('Payment method', 'counterfoil'), $method)]),
                new Fact(__('Amount', 'counterfoil'), $amount, true),
            ],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $name, 'renewal_date' => $day, 'amount' => $amount]
        );
    }
}
