<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** What the agency reads of a kind of mail whose words it may change. */
final readonly class LetterKind
{
    /**
     * @param string $label "Invoice"
     * @param string $when what makes it go out, a sentence
     * @param bool $is_optional whether it can be turned off
     * @param array<string, string> $placeholders what Letter::$values has besides {business} and {name}: a sample of each
     */
    public function __construct(public string $label, public string $when, public bool $is_optional, public array $placeholders)
    {
    }

    /** @return array<string, string> all that its text may name, each with a sample */
    public function samples(string $business): array
    {
        return [...$this->placeholders, 'name' => __('Alex Smith', 'counterfoil'), 'business' => $business];
    }
}
