<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened with links to bills, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: 1: invoice number, 2: e-mail address */
            'invoice.opened_by_link' => static fn (EventWords $words): string => sprintf(__('Invoice %1$s opened by the link sent to %2$s', 'counterfoil'), $words->text('number'), $words->text('email')),
            /* translators: %s: invoice number */
            'invoice.links_revoked' => static fn (EventWords $words): string => sprintf(__('Payment links of invoice %s revoked', 'counterfoil'), $words->text('number')),
            'settings.pay_links_updated' => static fn (): string => __('Payment link settings changed', 'counterfoil'),
            'client.pay_links_on' => static fn (): string => __('Payment links turned on', 'counterfoil'),
            'client.pay_links_off' => static fn (): string => __('Payment links turned off', 'counterfoil'),
        ];
    }
}
