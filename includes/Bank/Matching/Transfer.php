<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Matching;

/** Money that came, as far as it says what it is for. */
final readonly class Transfer
{
    public function __construct(
        /** Minor units */
        public int $amount,
        public string $currency,
        public string $name,
        public string $account,
        public string $purpose,
        public string $reference,
        public bool $is_reversal = false,
    ) {
    }

    /** @return list<string> words that may be the number of a bill, as they are written */
    public function numbers(): array
    {
        preg_match_all('#(?<![\p{L}\p{N}])(?=[^\s,;:]*\d)[\p{L}\p{N}](?:[\p{L}\p{N}/._-]{2,38}[\p{L}\p{N}])#u', "{$this->reference} {$this->purpose}", $found);

        return array_slice(array_values(array_unique([...$found[0], ...array_map(strtoupper(...), $found[0])])), 0, 20);
    }

    /** Stands for who paid, by the account where the bank names it; '' where nobody is named. */
    public function payer(): string
    {
        return match (true) {
            $this->account !== '' => hash('sha256', "account:{$this->account}"),
            PayerName::of($this->name) !== '' => hash('sha256', 'name:' . PayerName::of($this->name)),
            default => '',
        };
    }
}
