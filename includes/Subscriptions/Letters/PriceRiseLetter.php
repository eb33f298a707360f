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
use Counterfoil\Subscriptions\PriceRises\RiseNews;

/**
 * To a client whose subscription will cost more, won't after all, or will cost something else instead. data: subscription_id, subscription (its
 * name), first_on (the first day at the new price, "2026-03-31"), old and new (minor units of a period), currency, tax_mode, interval_unit,
 * interval_count, words (the agency's). Where another change took its place: instead (the name then), instead_amount, instead_unit, instead_count,
 * instead_from.
 */
final readonly class PriceRiseLetter implements CustomisableLetter
{
    public function __construct(private SubscriptionPage $page, private RiseNews $news)
    {
    }

    public function kind(): LetterKind
    {
        [$label, $when] = match ($this->news) {
            RiseNews::Announced => [__('Price change', 'counterfoil'), __('Sent before a subscription gets a new price.', 'counterfoil')],
            RiseNews::Withdrawn => [__('Price change withdrawn', 'counterfoil'), __('Sent when you withdraw a price change that a client was told about.', 'counterfoil')],
            RiseNews::Replaced => [__('Price change replaced', 'counterfoil'), __('Sent when you change a subscription whose client was told about a new price, so that another price applies instead.', 'counterfoil')],
        };
        $day = $this->news === RiseNews::Withdrawn ? [] : ['first_day' => (new DayFormat(determine_locale()))->day('2027-01-01')];

        return new LetterKind($label, $when, true, ['subscription' => __('Care plan', 'counterfoil')] + $day);
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        return match ($this->news) {
            RiseNews::Announced => $this->announced($mail, $letterhead),
            RiseNews::Withdrawn => $this->withdrawn($mail, $letterhead),
            RiseNews::Replaced => $this->replaced($mail, $letterhead),
        };
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

    private function replaced(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $day = $letterhead->day($mail->text('instead_from'));
        /* translators: %s: date */
        $price = new Fact(sprintf(__('Price from %s', 'counterfoil'), $day), self::price($mail, $letterhead, 'instead_amount', 'instead'), true);
        $news = sprintf(
            /* translators: 1: what is subscribed to, 2: date */
            __('We told you that the price of your subscription “%1$s” would change on %2$s. We’ve changed your subscription since then. You’ll pay the price below instead.', 'counterfoil'),
            $mail->text('subscription'),
            $letterhead->day($mail->text('first_on'))
        );
        /* translators: %s: what is subscribed to */
        $title = sprintf(__('Updated price for %s', 'counterfoil'), $mail->text('instead'));

        return new Letter(
            $title,
            "{$price->label}: {$price->value}",
            $title,
            [Greeting::of($mail), $news],
            [
                new Fact(__('Subscription', 'counterfoil'), $mail->text('instead')),
                new Fact(__('Announced price', 'counterfoil'), self::price($mail, $letterhead, 'new')),
                $price,
            ],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $mail->text('instead'), 'first_day' => $day]
        );
    }

    /** "€49.00 every month, plus tax" */
    private static function price(QueuedMail $mail, Letterhead $letterhead, string $which, string $rhythm = 'interval'): string
    {
        $amount = $letterhead->money(Money::of((int) $mail->text($which), $mail->text('currency')));
        $every = (new Interval($mail->text("{$rhythm}_unit"), (int) $mail->text("{$rhythm}_count")))->sentence();

        return $mail->text('tax_mode') === 'inclusive'
            /* translators: 1: amount of money, 2: "every month" */
            ? sprintf(__('%1$s %2$s, including tax', 'counterfoil'), $amount, $every)
            /* translators: 1: amount of money, 2: "every month" */
            : sprintf(__('%1$s %2$s, plus tax', 'counterfoil'), $amount, $every);
    }
}
