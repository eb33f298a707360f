<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Portal;

final readonly class StatementView
{
    /**
     * @param list<array{value: string, label: string, is_chosen: bool}> $periods
     * @param list<string> $currencies codes
     * @param list<StatementRow> $rows
     */
    public function __construct(
        /** Where its form goes, by GET */
        public string $form_url,
        public array $periods,
        /** "2026-03-01" */
        public string $from,
        public string $to,
        /** Why what was chosen can't be shown; '' when it can */
        public string $error,
        public array $currencies,
        public string $currency,
        /** "1 March 2026 to 31 March 2026" */
        public string $period,
        public string $opening,
        public string $closing,
        public string $outstanding,
        /** '' for none */
        public string $credit,
        /** '' for none */
        public string $prepaid,
        public array $rows,
        public ?string $first_url,
        public ?string $next_url,
        public string $pdf_url,
        public string $csv_url,
    ) {
    }

    /** @return array<string, string> what a form that is sent by GET loses of its address */
    public function hidden_fields(): array
    {
        parse_str((string) wp_parse_url($this->form_url, PHP_URL_QUERY), $query);

        $fields = [];
        foreach (array_filter($query, is_string(...)) as $name => $value) {
            $fields[(string) $name] = $value;
        }

        return $fields;
    }
}
