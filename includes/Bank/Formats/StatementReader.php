<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\DomainError;

/** Reads one kind of file. */
interface StatementReader
{
    /**
     * One after another, so that memory stays the same however long the file is.
     *
     * @param string $path of the file
     * @return iterable<Line>
     * @throws DomainError 400 that names the line, when it can't be read
     */
    public function lines(string $path): iterable;
}
