<?php

declare(strict_types=1);

namespace Counterfoil\Business;

/** Where a client can transfer money to. */
final readonly class BankAccount
{
    public function __construct(
        /** IBAN without spaces, or the plain number where the country has none */
        public string $number,
        public string $bic = '',
        public string $bank = '',
        /** Empty for the business's own name */
        public string $holder = '',
        /** Empty for an account of any currency */
        public string $currency = '',
    ) {
    }

    /** @param array<string, mixed> $stored */
    public static function from_array(array $stored): self
    {
        $text = static fn (string $name): string => is_string($stored[$name] ?? null) ? $stored[$name] : '';

        return new self($text('number'), $text('bic'), $text('bank'), $text('holder'), $text('currency'));
    }

    /** @return array{number: string, bic: string, bank: string, holder: string, currency: string} */
    public function to_array(): array
    {
        return ['number' => $this->number, 'bic' => $this->bic, 'bank' => $this->bank, 'holder' => $this->holder, 'currency' => $this->currency];
    }

    /** ISO 13616: two letters, two digits that are right, and up to 30 more. */
    public function is_iban(): bool
    {
        if (preg_match('/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/D', $this->number) !== 1) {
            return false;
        }
        $rest = 0;
        foreach (str_split(substr($this->number, 4) . substr($this->number, 0, 4)) as $character) {
            $value = ctype_digit($character) ? (int) $character : ord($character) - 55;
            $rest = ($rest * ($value > 9 ? 100 : 10) + $value) % 97;
        }

        return $rest === 1;
    }
}
