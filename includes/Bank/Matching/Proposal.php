<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** What a line seems to pay, how certain that is, and why. */
final readonly class Proposal
{
    /**
     * @param int|null $client_id null where nothing was found
     * @param array<int, int> $parts minor units by invoice; what is over is the client's credit
     * @param list<string> $numbers of invoices that the sentence speaks of
     */
    public function __construct(public Grade $grade, public Why $why, public ?int $client_id = null, public array $parts = [], public array $numbers = [])
    {
    }

    public static function none(Why $why): self
    {
        return new self(Grade::None, $why);
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        $kept = json_decode((string) $row['proposal'], true);
        $kept = is_array($kept) ? $kept : [];

        return new self(
            Grade::from((string) $row['grade']),
            Why::tryFrom((string) $row['why']) ?? Why::Nothing,
            $row['proposed_client_id'] === null ? null : (int) $row['proposed_client_id'],
            array_column(array_map(static fn (array $part): array => [(int) $part[0], (int) $part[1]], $kept['parts'] ?? []), 1, 0),
            array_values(array_map(strval(...), (array) ($kept['numbers'] ?? []))),
        );
    }

    /** @return array<string, int|string|null> columns */
    public function to_row(): array
    {
        $kept = ['parts' => array_map(null, array_keys($this->parts), array_values($this->parts)), 'numbers' => $this->numbers];

        return [
            'grade' => $this->grade->value,
            'why' => $this->why->value,
            'proposal' => $this->parts === [] && $this->numbers === [] ? null : (string) wp_json_encode($kept),
            'proposed_client_id' => $this->client_id,
        ];
    }
}
