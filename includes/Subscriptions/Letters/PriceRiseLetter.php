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
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Money\Money;

/**
 * To a client whose subscription will cost more, or won't after all. data: subscription_id, subscription (its name), first_on (the first day at
 * the new price, "2026-03-31"), old and new (minor units of a period), currency, tax_mode, interval_unit, interval_count, words (the agency's).
 */
final readonly class PriceRiseLetter implements CustomisableLetter
{
    public function __construct(private SubscriptionPage $page, private bool $is_withdrawn)
    {
    }

    public function kind(): LetterKind
    {
        return $this->is_withdrawn
            ? new LetterKind(__('Price change withdrawn', 'counterfoil'), __('Sent when you withdraw a price change that a client was told about.', 'counterfoil'), true, ['subscription' => __('Care plan', 'counterfoil')])
            : new LetterKind(
                __('Price change', 'counterfoil'),
                __('Sent before a subscription gets a new price.', 'counterfoil'),
                true,
                ['subscription' => __('Care plan', 'counterfoil'), 'first_day' => (new DayFormat(determine_locale()))->day('2027-01-01')]
            );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return $this->is_withdrawn ? $this->withdrawn($mail, $letterhead) : $this->announced($mail, $letterhead);
    }

    private function announced(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $name = $mail->text('subscription');
        $day = $letterhead->day($mail->text('first_on'));
        /* translators: 1: what is subscribed to, 2: date */
        $news = sprintf(__('The price of your subscription “%1$s” changes on %2$s.', 'counterfoil'), $name, $day);
        /* translators: %s: what is subscribed to */
        $title = sprintf(__('New price for %s', 'counterfoil'), $name);

        return new Letter(
            $title,
            $news,
            $title,
            array_values(array_filter([Greeting::of($mail), $news, $mail->text('words')])),
            [
                new Fact(__('Subscription', 'counterfoil'), $name),
                new Fact(__('Price until then', 'counterfoil'), self::price($mail, $letterhead, 'old')),
                /* translators: %s: date */
                new Fact(sprintf(__('Price from %s', 'counterfoil'), $day), self::price($mail, $letterhead, 'new'), true),
            ],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $name, 'first_day' => $day]
        );
    }

    private function withdrawn(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $name = $mail->text('subscription');
        /* translators: %s: what is subscribed to */
        $news = sprintf(__('We told you about a new price for your subscription “%s”. We’ve withdrawn it: your price stays the same.', 'counterfoil'), $name);
        $title = __('Your price stays the same', 'counterfoil');

        return new Letter(
            $title,
            $news,
            $title,
            [Greeting::of($mail), $news],
            [new Fact(__('Subscription', 'counterfoil'), $name), new Fact(__('Price', 'counterfoil'), self::price($mail, $letterhead, 'old'), true)],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $name]
        );
    }

    /** "€49.00 every month, plus tax" */
    private static function price(QueuedMail $mail, Letterhead $letterhead, string $which): string
    {
        $amount = $letterhead->money(Money::of((int) $mail->text($which), $mail->text('currency')));
        $rhythm = (new Interval($mail->text('interval_unit'), (int) $mail->text('interval_count')))->sentence();

        return $mail->text('tax_mode') === 'inclusive'
            /* translators: 1: amount of money, 2: "every month" */
            ? sprintf(__('%1$s %2$s, including tax', 'counterfoil'), $amount, $rhythm)
            /* translators: 1: amount of money, 2: "every month" */
            : sprintf(__('%1$s %2$s, plus tax', 'counterfoil'), $amount, $rhythm);
    }
}
