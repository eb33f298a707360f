<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Business\BankAccount;

/**
 * What field 86 of MT940 says: fields with numbers behind a sign (German "?20", Polish "^20", "~20", "<20"), Dutch words
 * between strokes ("/REMI/…"), or just text.
 */
final readonly class Mt940Details
{
    /** Words of the form with strokes, of ABN AMRO, ING, Rabobank and the Belgian banks. */
    private const WORDS = 'TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|KREF|CNTP|MARF|CSID|PREF|ORDP|BENM|RTRN|ISDT|PURP|ULTD|ULTC|ULTB|ADDR|ID|PCDO|RREF|IREF|EXCH|CHGS|OCMT|NRTX|INIT';

    /** Words of SEPA within German and Austrian purposes. */
    private const SEPA = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|COAM|OAMT|ANAM|TAN';

    /** Characters of a numbered field that is full. */
    private const FULL = 27;

    private function __construct(public string $name, public string $account, public string $purpose, public string $reference)
    {
    }

    public static function of(string $text): self
    {
        $lines = explode("\n", $text);
        $flat = implode('', $lines);

        return match (true) {
            preg_match('/^\s*(?:\d{3})?([?^~<])\d{2}/', $flat, $sign) === 1 => self::numbered($lines, $sign[1]),
            preg_match('#(?:^|\s)/(?:' . self::WORDS . ')/#', $flat) === 1 => self::stroked($flat),
            default => self::free(CamtNode::tidy(implode(' ', $lines))),
        };
    }

    /** @param list<string> $lines */
    private static function numbered(array $lines, string $sign): self
    {
        $fields = [];
        $parts = preg_split('/' . preg_quote($sign, '/') . '(\d{2})/', implode('', $lines), -1, PREG_SPLIT_DELIM_CAPTURE) ?: [];
        for ($index = 1; $index + 1 < count($parts); $index += 2) {
            $fields[$parts[$index]] = ($fields[$parts[$index]] ?? '') . $parts[$index + 1];
        }
        $some = static fn (string ...$numbers): array => array_values(array_filter(array_map(static fn (string $number): string => $fields[$number] ?? '', $numbers), static fn (string $text): bool => trim($text) !== ''));
        $is_german = $sign === '?';
        $purpose = self::joined($is_german ? $some('20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63') : $some('20', '21', '22', '23', '24', '25', '26'));
        $name = self::joined($some('32', '33'));
        if ($name === '' && ! $is_german) {
            $name = self::joined($some('27', '28'));
        }
        $sepa = self::sepa($purpose);

        return new self(
            $name !== '' ? $name : ($sepa['ABWA'] ?? ''),
            self::account(implode('', $some('38'))) ?: (self::account(implode('', $some('31'))) ?: self::account($sepa['IBAN'] ?? '')),
            $sepa === [] ? $purpose : ($sepa['SVWZ'] ?? ''),
            self::reference($sepa['EREF'] ?? $sepa['KREF'] ?? ''),
        );
    }

    private static function stroked(string $text): self
    {
        $parts = preg_split('#/(' . self::WORDS . ')/#', $text, -1, PREG_SPLIT_DELIM_CAPTURE) ?: [];
        $words = [];
        for ($index = 1; $index + 1 < count($parts); $index += 2) {
            $words[$parts[$index]] ??= $parts[$index + 1];
        }
        // ING: "/CNTP/account/BIC/name/town/".
        $counter = explode('/', $words['CNTP'] ?? '');
        $purpose = (string) preg_replace('#^/?(?:USTD|STRD)/(?:/|CUR/|[A-Z]+/)?#', '', $words['REMI'] ?? '');

        return new self(
            CamtNode::tidy(trim($words['NAME'] ?? $counter[2] ?? '', '/ ')),
            self::account($words['IBAN'] ?? $counter[0]),
            CamtNode::tidy(trim($purpose, '/ ')),
            self::reference(trim($words['EREF'] ?? '', '/ ')),
        );
    }

    private static function free(string $text): self
    {
        $sepa = self::sepa($text);

        return new self($sepa['ABWA'] ?? '', self::iban_in($text), $sepa['SVWZ'] ?? $text, self::reference($sepa['EREF'] ?? ''));
    }

    private static function iban_in(string $text): string
    {
        preg_match_all('/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){2,8}\b/', $text, $found);
        foreach ($found[0] as $groups) {
            // The words behind it may look as if they were a part of it.
            for (; $groups !== ''; $groups = (string) substr($groups, 0, (int) strrpos($groups, ' '))) {
                $account = str_replace(' ', '', $groups);
                if ((new BankAccount($account))->is_iban()) {
                    return $account;
                }
            }
        }

        return '';
    }

    /** @return array<string, string> what stands behind "EREF+", "SVWZ+" …; empty where none of them is there */
    private static function sepa(string $text): array
    {
        $parts = preg_split('/(?<![A-Z0-9])?(' . self::SEPA . ')\+ ?/', $text, -1, PREG_SPLIT_DELIM_CAPTURE) ?: [];
        $words = [];
        for ($index = 1; $index + 1 < count($parts); $index += 2) {
            $words[$parts[$index]] ??= CamtNode::tidy($parts[$index + 1]);
        }

        return $words;
    }

    /**
     * Fields are full lines that were cut anywhere: what follows a full one goes on without a blank.
     *
     * @param list<string> $fields
     */
    private static function joined(array $fields): string
    {
        $text = '';
        foreach ($fields as $field) {
            $text .= $text === '' || mb_strlen($previous ?? '') >= self::FULL ? $field : " {$field}";
            $previous = $field;
        }

        return CamtNode::tidy($text);
    }

    private static function account(string $text): string
    {
        $account = strtoupper((string) preg_replace('/[\s\/-]+/', '', $text));

        return preg_match('/^(?=.*\d{5})[A-Z0-9]{6,34}$/D', $account) === 1 ? $account : '';
    }

    private static function reference(string $text): string
    {
        return in_array(strtoupper($text), ['NOTPROVIDED', 'NONREF', 'NOTAVAILABLE', 'NOREF'], true) ? '' : $text;
    }
}
