<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Change;

use Counterfoil\Shared\Actor;

/** Where a change writes down that it happened, in its own transaction. */
interface Journal
{
    /**
     * @param string $type past tense, "invoice.voided"
     * @param list<array{string, int}> $subjects what it is about, the main one first: ["invoice", 12]
     * @param array<string, scalar|null> $data what the sentence needs; never secrets, never card data
     */
    public function record(string $type, array $subjects, ?int $client_id, Actor $actor, array $data = []): void;
}
