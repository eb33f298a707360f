<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** Which mails somebody gets. As long as nobody chose it is all of them, also of kinds that are added later. */
final readonly class MailChoice
{
    /** @param list<MailPurpose>|null $purposes null for all */
    public function __construct(public ?array $purposes = null)
    {
    }

    public static function from_row(?string $column): self
    {
        return $column === null ? new self() : self::from_wire(explode(',', $column));
    }

    /** @param list<string> $names what is no purpose is left aside */
    public static function from_wire(array $names): self
    {
        return new self(array_values(array_filter(array_map(MailPurpose::tryFrom(...), array_values(array_unique($names))))));
    }

    public function has(MailPurpose $purpose): bool
    {
        return $this->purposes === null || in_array($purpose, $this->purposes, true);
    }

    /** @return list<string> */
    public function to_wire(): array
    {
        return array_map(static fn (MailPurpose $purpose): string => $purpose->value, $this->purposes ?? MailPurpose::cases());
    }

    /** All of them is no choice. */
    public function to_row(): ?string
    {
        $names = $this->to_wire();

        return count($names) === count(MailPurpose::cases()) ? null : implode(',', $names);
    }
}
