<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

/** The form in which the amount of a part is asked for; each string is made. */
final readonly class PartView
{
    public function __construct(
        public string $number,
        public string $due,
        /** "From €30.75 to €123.00. The rest stays due."; empty where no part may be paid */
        public string $limits,
        public string $error,
        /** What was typed */
        public string $value,
        /** "EUR" */
        public string $currency,
        /** The same page; its query says what is paid */
        public string $url,
        public string $invoice_url,
    ) {
    }

    /** @return array<string, string> what a form has to send along, because it drops the query of its own address */
    public function fields(): array
    {
        parse_str((string) wp_parse_url($this->url, PHP_URL_QUERY), $query);
        $fields = [];
        foreach ($query as $name => $value) {
            $fields += is_string($value) ? [(string) $name => $value] : [];
        }

        return $fields;
    }
}
