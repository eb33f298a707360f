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
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\DayFormat;

/** To whoever asked to cancel: it is done. data: subscription_id, subscription (its name), day (first without it, "2026-03-31"), is_over. */
final readonly class CancellationAcceptedLetter implements CustomisableLetter
{
    public function __construct(private SubscriptionPage $page)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Cancellation accepted', 'counterfoil'),
            __('Sent when you accept a client’s request to cancel a subscription.', 'counterfoil'),
            true,
            ['subscription' => __('Care plan', 'counterfoil'), 'last_day' => (new DayFormat(determine_locale()))->day('2026-12-31')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $name = $mail->text('subscription');
        $is_over = $mail->text('is_over') !== '';
        $last = $letterhead->day($is_over ? $mail->text('day') : Calendar::add_days($mail->text('day'), -1));
        $news = $is_over
            /* translators: %s: what is subscribed to */
            ? sprintf(__('As you asked, we’ve canceled your subscription “%s”. It has ended.', 'counterfoil'), $name)
            /* translators: 1: what is subscribed to, 2: date */
            : sprintf(__('As you asked, we’ve canceled your subscription “%1$s”. It runs until %2$s.', 'counterfoil'), $name, $last);

        return new Letter(
            __('Your subscription is canceled', 'counterfoil'),
            $news,
            __('Your subscription is canceled', 'counterfoil'),
            [Greeting::of($mail), $news, $is_over ? __('You won’t be billed for it again.', 'counterfoil') : __('After that, you won’t be billed for it again.', 'counterfoil')],
            [new Fact(__('Subscription', 'counterfoil'), $name), new Fact(__('Last day', 'counterfoil'), $last, true)],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $name, 'last_day' => $last]
        );
    }
}
