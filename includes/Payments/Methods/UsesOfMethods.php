<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

/** Who charges kept methods says what each is used for. */
interface UsesOfMethods
{
    /**
     * @param list<KeptMethod> $methods of one client, not removed
     * @return array<int, list<string>> by method, the names of what will be charged to it, in the reader's language
     */
    public function of(array $methods): array;

    /** Whether something of this client will be charged by itself, so that one method has to stay. */
    public function needs_one(int $client_id): bool;
}
