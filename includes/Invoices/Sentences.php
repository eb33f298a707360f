<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to invoices and drafts, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            'invoice.created' => static fn (): string => __('Draft created', 'counterfoil'),
            'invoice.updated' => static fn (): string => __('Draft changed', 'counterfoil'),
            'invoice.deleted' => static fn (): string => __('Draft deleted', 'counterfoil'),
            'invoice.duplicated' => static fn (EventWords $words): string => $words->text('original') === ''
                ? __('Draft duplicated', 'counterfoil')
                /* translators: %s: invoice number */
                : sprintf(__('Draft created as a copy of invoice %s', 'counterfoil'), $words->text('original')),
            'invoice.sent' => static fn (EventWords $words): string => $words->text('recipients') === ''
                /* translators: %s: invoice number */
                ? sprintf(__('Invoice %s sent', 'counterfoil'), $words->text('number'))
                /* translators: 1: invoice number, 2: e-mail addresses */
                : sprintf(__('Invoice %1$s sent to %2$s', 'counterfoil'), $words->text('number'), $words->text('recipients')),
            'invoice.resent' => static fn (EventWords $words): string => $words->text('recipients') === ''
                /* translators: %s: invoice number */
                ? sprintf(__('Invoice %s resent', 'counterfoil'), $words->text('number'))
                /* translators: 1: invoice number, 2: e-mail addresses */
                : sprintf(__('Invoice %1$s resent to %2$s', 'counterfoil'), $words->text('number'), $words->text('recipients')),
            /* translators: %s: invoice number */
            'invoice.opened' => static fn (EventWords $words): string => sprintf(__('Invoice %s opened for the first time', 'counterfoil'), $words->text('number')),
            /* translators: %s: invoice number */
            'invoice.paid' => static fn (EventWords $words): string => sprintf(__('Invoice %s paid', 'counterfoil'), $words->text('number')),
            /* translators: %s: invoice number */
            'invoice.due_again' => static fn (EventWords $words): string => sprintf(__('Invoice %s is due again', 'counterfoil'), $words->text('number')),
            'invoice.recipients_chosen' => static fn (EventWords $words): string => $words->text('recipients') === ''
                ? __('Recipients of this invoice changed', 'counterfoil')
                /* translators: %s: e-mail addresses */
                : sprintf(__('Recipients of this invoice changed to %s', 'counterfoil'), $words->text('recipients')),
            'invoice.voided' => static fn (EventWords $words): string => $words->text('reason') === ''
                /* translators: %s: invoice number */
                ? sprintf(__('Invoice %s voided', 'counterfoil'), $words->text('number'))
                /* translators: 1: invoice number, 2: why, in somebody's words */
                : sprintf(__('Invoice %1$s voided: %2$s', 'counterfoil'), $words->text('number'), $words->text('reason')),
            'invoice.note_added' => static fn (): string => __('Note added', 'counterfoil'),
            'invoice.note_deleted' => static fn (): string => __('Note deleted', 'counterfoil'),
            'settings.invoicing_updated' => static fn (): string => __('Invoice settings changed', 'counterfoil'),
        ];
    }
}
