<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Activity\EventWords;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\SiteDay;

/** What happened to subscriptions, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: date */
            'subscription.started' => static fn (EventWords $words): string => sprintf(__('Subscription started on %s', 'counterfoil'), $words->day()),
            'subscription.began' => static fn (): string => __('Subscription became active', 'counterfoil'),
            /* translators: 1: date, 2: date */
            'subscription.renewed' => static fn (EventWords $words): string => sprintf(__('Subscription renewed: %1$s – %2$s', 'counterfoil'), $words->day('from'), $words->day('to')),
            'subscription.billed' => static fn (): string => __('Subscription billed', 'counterfoil'),
            /* translators: %s: why */
            'subscription.blocked' => static fn (EventWords $words): string => sprintf(__('Subscription couldn’t be billed: %s', 'counterfoil'), $words->text('why')),
            'subscription.charge_failed' => static fn (EventWords $words): string => $words->text('next_on') === ''
                ? __('Charge failed; it won’t be tried again', 'counterfoil')
                /* translators: %s: date */
                : sprintf(__('Charge failed; next try on %s', 'counterfoil'), $words->day('next_on')),
            'subscription.unpaid' => static fn (): string => __('The invoice of the subscription stays unpaid', 'counterfoil'),
            'subscription.held' => static fn (EventWords $words): string => sprintf(
                /* translators: %d: number of periods */
                _n('Subscription on hold: %d period hasn’t been billed', 'Subscription on hold: %d periods haven’t been billed', (int) $words->text('periods'), 'counterfoil'),
                (int) $words->text('periods')
            ),
            'subscription.released' => static fn (): string => __('Subscription released', 'counterfoil'),
            'subscription.paused' => static fn (EventWords $words): string => $words->text('until') === ''
                ? __('Subscription paused', 'counterfoil')
                /* translators: %s: date */
                : sprintf(__('Subscription paused until %s', 'counterfoil'), $words->day('until')),
            'subscription.resumed' => static fn (): string => __('Subscription resumed', 'counterfoil'),
            /* translators: %s: date */
            'subscription.cancelled' => static fn (EventWords $words): string => sprintf(__('Subscription canceled: last day %s', 'counterfoil'), SiteDay::of(Calendar::add_days($words->text('day'), -1))),
            'subscription.changed' => static fn (EventWords $words): string => sprintf(
                /* translators: %s: date */
                __('Subscription changed from %s', 'counterfoil'),
                $words->day()
            ),
            /* translators: %s: date */
            'subscription.change_planned' => static fn (EventWords $words): string => sprintf(__('Change of the subscription planned for %s', 'counterfoil'), $words->day()),
            /* translators: %s: date */
            'subscription.rise_announced' => static fn (EventWords $words): string => sprintf(__('Client told about the new price from %s', 'counterfoil'), $words->day()),
            'client.billing_day_set' => static fn (EventWords $words): string => $words->text('day') === ''
                ? __('Billing day removed', 'counterfoil')
                /* translators: %s: day of the month */
                : sprintf(__('Billing day set to day %s of the month', 'counterfoil'), $words->text('day')),
            'subscription.change_withdrawn' => static fn (): string => __('Planned change of the subscription withdrawn', 'counterfoil'),
            /* translators: %s: date */
            'subscription.days_credited' => static fn (EventWords $words): string => sprintf(__('Unused days credited from %s', 'counterfoil'), $words->day()),
            /* translators: %s: payment method, "Visa 4242" */
            'subscription.method_chosen' => static fn (EventWords $words): string => sprintf(__('Subscription is charged to %s from now on', 'counterfoil'), $words->text('label')),
            'subscription.kept' => static fn (): string => __('Cancellation of the subscription undone', 'counterfoil'),
            'subscription.cancellation_requested' => static fn (EventWords $words): string => $words->text('day') === ''
                ? __('Cancellation requested, as soon as possible', 'counterfoil')
                /* translators: %s: date */
                : sprintf(__('Cancellation requested: last day %s', 'counterfoil'), SiteDay::of(Calendar::add_days($words->text('day'), -1))),
            'subscription.cancellation_withdrawn' => static fn (): string => __('Cancellation request withdrawn', 'counterfoil'),
            'subscription.cancellation_accepted' => static fn (): string => __('Cancellation request accepted', 'counterfoil'),
            'subscription.cancellation_declined' => static fn (): string => __('Cancellation request declined', 'counterfoil'),
            'settings.subscriptions_updated' => static fn (): string => __('Subscription settings changed', 'counterfoil'),
            'subscription.ended' => static fn (): string => __('Subscription ended', 'counterfoil'),
        ];
    }
}
