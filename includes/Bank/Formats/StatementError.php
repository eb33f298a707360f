<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\DomainError;

/** Why a file can't be read, with the line where it goes wrong. */
final readonly class StatementError
{
    public static function at(int $line, string $message): DomainError
    {
        /* translators: 1: line number in a file, 2: what is wrong there, a sentence */
        return DomainError::invalid(sprintf(__('Line %1$d: %2$s Nothing was imported.', 'counterfoil'), $line, $message), '/file', 'bank_statement_unreadable');
    }

    public static function in_general(string $message): DomainError
    {
        return DomainError::invalid($message, '/file', 'bank_statement_unreadable');
    }

    public static function amount(int $line, string $text): DomainError
    {
        /* translators: %s: what stands in the file */
        return self::at($line, sprintf(__('“%s” isn’t an amount.', 'counterfoil'), mb_substr($text, 0, 40)));
    }

    public static function direction(int $line): DomainError
    {
        return self::at($line, __('It isn’t clear whether this is an incoming or an outgoing payment.', 'counterfoil'));
    }

    public static function day(int $line, string $text): DomainError
    {
        /* translators: %s: what stands in the file */
        return self::at($line, sprintf(__('“%s” isn’t a date.', 'counterfoil'), mb_substr($text, 0, 40)));
    }

    public static function currency(int $line, string $text): DomainError
    {
        /* translators: %s: what stands in the file */
        return self::at($line, sprintf(__('“%s” isn’t a currency.', 'counterfoil'), mb_substr($text, 0, 40)));
    }
}
