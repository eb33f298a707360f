<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to bank statements and their lines, in words. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function of_events(): array
    {
        return [
            /* translators: %s: file name */
            'bank_statement.imported' => static fn (EventWords $words): string => sprintf(__('Bank statement %s imported', 'counterfoil'), $words->text('file_name')),
            /* translators: 1: amount of money, 2: name of who paid */
            'bank_entry.matched' => static fn (EventWords $words): string => sprintf(__('Bank transfer of %1$s from %2$s matched', 'counterfoil'), $words->money(), self::payer($words)),
            /* translators: 1: amount of money, 2: name of who paid */
            'bank_entry.unmatched' => static fn (EventWords $words): string => sprintf(__('Matching of the bank transfer of %1$s from %2$s undone', 'counterfoil'), $words->money(), self::payer($words)),
            /* translators: 1: amount of money, 2: name of who paid */
            'bank_entry.ignored' => static fn (EventWords $words): string => sprintf(__('Bank transfer of %1$s from %2$s ignored', 'counterfoil'), $words->money(), self::payer($words)),
            /* translators: 1: amount of money, 2: name of who paid */
            'bank_entry.reopened' => static fn (EventWords $words): string => sprintf(__('Bank transfer of %1$s from %2$s no longer ignored', 'counterfoil'), $words->money(), self::payer($words)),
            'bank_mapping.saved' => static fn (): string => __('CSV column mapping saved', 'counterfoil'),
            'bank_mapping.deleted' => static fn (): string => __('CSV column mapping deleted', 'counterfoil'),
            'settings.bank_updated' => static fn (): string => __('Bank statement settings changed', 'counterfoil'),
        ];
    }

    private static function payer(EventWords $words): string
    {
        return $words->text('name') !== '' ? $words->text('name') : __('an unknown payer', 'counterfoil');
    }
}
