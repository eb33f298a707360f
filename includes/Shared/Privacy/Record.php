<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Privacy;

/** One thing that is known of a person, as WordPress' export shows it. */
final readonly class Record
{
    /**
     * @param string $group what it is one of, "counterfoil-invoices"
     * @param string $group_label "Invoices", in the reader's language, as all labels
     * @param string $id unique among all records
     * @param array<string, string> $fields by label
     */
    public function __construct(public string $group, public string $group_label, public string $id, public array $fields)
    {
    }
}
