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
