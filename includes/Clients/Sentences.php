<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to clients and their contacts, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            'client.created' => static fn (): string => __('Client created', 'counterfoil'),
            'client.erased' => static fn (): string => __('Client contact details erased on request', 'counterfoil'),
            'client.recipients_changed' => static fn (): string => __('Recipients of emails changed', 'counterfoil'),
            'client.suspended' => static fn (): string => __('Portal access of the client suspended', 'counterfoil'),
            'client.restored' => static fn (): string => __('Portal access of the client restored', 'counterfoil'),
            'client.updated' => static fn (): string => __('Client details changed', 'counterfoil'),
            /* translators: %s: a VAT ID */
            'client.vat_id_valid' => static fn (EventWords $words): string => sprintf(__('VIES confirmed VAT ID %s', 'counterfoil'), $words->name()),
            /* translators: %s: a VAT ID */
            'client.vat_id_invalid' => static fn (EventWords $words): string => sprintf(__('VIES reported VAT ID %s as invalid', 'counterfoil'), $words->name()),
            /* translators: %s: a VAT ID */
            'client.vat_id_unanswered' => static fn (EventWords $words): string => sprintf(__('VIES didn’t respond about VAT ID %s', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.created' => static fn (EventWords $words): string => sprintf(__('Contact %s added', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.updated' => static fn (EventWords $words): string => sprintf(__('Contact %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.deleted' => static fn (EventWords $words): string => sprintf(__('Contact %s removed', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.access_suspended' => static fn (EventWords $words): string => sprintf(__('Portal access of %s suspended', 'counterfoil'), $words->name()),
            /* translators: %s: a person's name */
            'contact.access_restored' => static fn (EventWords $words): string => sprintf(__('Portal access of %s restored', 'counterfoil'), $words->name()),
            /* translators: 1: a person's name, 2: e-mail address */
            'contact.email_changed' => static fn (EventWords $words): string => sprintf(__('Email address of %1$s changed to %2$s', 'counterfoil'), $words->name(), $words->text('email')),
            /* translators: %s: a person's name */
            'contact.access_lost' => static fn (EventWords $words): string => sprintf(__('Portal access of %s ended because their WordPress user was deleted', 'counterfoil'), $words->name()),
        ];
    }
}
