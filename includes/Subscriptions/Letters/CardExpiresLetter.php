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

/**
 * To a client whose card will have expired when a subscription is charged next. data: method ("Visa 4242"), expires_on (its last good day,
 * "2026-03-31"), has_expired, subscription (names of what is charged to it), charged_on ("2026-04-15").
 */
final readonly class CardExpiresLetter implements CustomisableLetter
{
    public function __construct(private SubscriptionPage $page)
    {
    }

    public function kind(): LetterKind
    {
        $day = new DayFormat(determine_locale());

        return new LetterKind(
            __('Card expiring', 'counterfoil'),
            __('Sent when the card of a subscription expires before its next charge, some days before, as you chose in the subscription settings.', 'counterfoil'),
            true,
            ['method' => 'Visa 4242', 'expiry_date' => $day->day('2026-12-31'), 'subscription' => __('Care plan', 'counterfoil'), 'charge_date' => $day->day('2027-01-15')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $method = $mail->text('method');
        $expires = $letterhead->day($mail->text('expires_on'));
        $charged = $letterhead->day($mail->text('charged_on'));
        $name = $mail->text('subscription');
        $is_over = (bool) $mail->number('has_expired');
        $news = $is_over
            /* translators: 1: payment method, "Visa 4242", 2: date */
            ? sprintf(__('Your saved card %1$s expired on %2$s.', 'counterfoil'), $method, $expires)
            /* translators: 1: payment method, "Visa 4242", 2: date */
            : sprintf(__('Your saved card %1$s expires on %2$s.', 'counterfoil'), $method, $expires);
        $title = $is_over
            /* translators: %s: payment method, "Visa 4242" */
            ? sprintf(__('Your card %s has expired', 'counterfoil'), $method)
            /* translators: %s: payment method, "Visa 4242" */
            : sprintf(__('Your card %s expires soon', 'counterfoil'), $method);

        return new Letter(
            $title,
            $news,
            $title,
            [
                Greeting::of($mail),
                /* translators: 1: what is subscribed to, 2: date */
                $news . ' ' . sprintf(__('We use it for %1$s, next on %2$s.', 'counterfoil'), $name, $charged),
                __('Please save a new card before then, so that your payment goes through. If your bank renews the card with the same number, you don’t need to do anything.', 'counterfoil'),
            ],
            [
                new Fact(__('Card', 'counterfoil'), $method),
                new Fact(__('Subscription', 'counterfoil'), $name),
                new Fact(__('Next charge', 'counterfoil'), $charged, true),
            ],
            $this->page->methods($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['method' => $method, 'expiry_date' => $expires, 'subscription' => $name, 'charge_date' => $charged]
        );
    }
}
