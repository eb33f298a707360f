<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Portal;

use Closure;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Reports\Statements\ReadStatement;
use Counterfoil\Reports\Statements\Statement;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;

/** The client's statement of account as a file, by an address like any other of the portal. */
final readonly class StatementFileScreen implements Screen
{
    public const PDF = 'statement-pdf';
    public const CSV = 'statement-csv';

    /**
     * @param Closure(): string $today the business's
     * @param Closure(Statement, Viewer): Download $file
     */
    public function __construct(private ReadStatement $read, private Closure $today, private Closure $file)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): ?int
    {
        return null;
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $chosen = ChosenPeriod::from_location($location, ($this->today)());
        $statement = $this->read->of($reader->client_id, $chosen->period, $chosen->currency, $reader->viewer);

        return new OpenedScreen('', static fn (): string => '', download: ($this->file)($statement, $reader->viewer));
    }
}
