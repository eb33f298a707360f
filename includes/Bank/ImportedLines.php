<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\Line;

/** What is known of a file's lines once they are read. */
final class ImportedLines
{
    public int $count = 0;
    public int $added = 0;
    public string $account = '';
    public ?string $first_day = null;
    public ?string $last_day = null;

    /** @var array<string, int> how many equal lines were there before, by the first bytes of their hash */
    private array $equal = [];

    /** Counts a line, and says what tells it from all others, whichever file they come in. */
    public function identity(Line $line): string
    {
        ++$this->count;
        $this->account = $this->account !== '' ? $this->account : $line->own_account;
        $this->first_day = min($this->first_day ?? $line->booked_on, $line->booked_on);
        $this->last_day = max($this->last_day ?? $line->booked_on, $line->booked_on);
        $same = hash('sha256', $line->sameness(), true);
        $short = substr($same, 0, 16);
        $this->equal[$short] = ($this->equal[$short] ?? 0) + 1;

        return hash('sha256', $same . $this->equal[$short]);
    }
}
