<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/** What the columns of a CSV file mean; the contract's `csvMapping`. Columns are counted from 0. */
final readonly class CsvMapping
{
    /**
     * @param non-empty-string $separator
     * @param non-empty-string $decimal
     * @param list<int> $text
     */
    public function __construct(
        public string $separator,
        public Charset $encoding,
        public string $decimal,
        /** One of Days::FORMATS */
        public string $date_format,
        public int $date,
        public ?int $amount,
        public ?int $credit,
        public ?int $debit,
        /** Says of an amount without a sign whether it came or went */
        public ?int $direction,
        public ?int $currency_column,
        public string $currency,
        public ?int $name,
        public ?int $account,
        public array $text,
        public ?int $reference,
        public string $own_account,
    ) {
    }

    /** @param array<string, mixed> $values as on the wire */
    public static function from_array(array $values): self
    {
        $column = static fn (string $name): ?int => isset($values[$name]) ? (int) $values[$name] : null;

        return new self(
            (string) $values['separator'] ?: ';',
            Charset::from((string) $values['encoding']),
            (string) $values['decimal'] ?: ',',
            (string) $values['date_format'],
            (int) $values['date'],
            $column('amount'),
            $column('credit'),
            $column('debit'),
            $column('direction'),
            $column('currency_column'),
            (string) $values['currency'],
            $column('name'),
            $column('account'),
            array_map(intval(...), array_values((array) $values['text'])),
            $column('reference'),
            (string) $values['own_account'],
        );
    }

    /** @return array<string, mixed> */
    public function to_wire(): array
    {
        return ['encoding' => $this->encoding->value] + get_object_vars($this);
    }
}
