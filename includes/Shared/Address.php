<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Locale;

/** A postal address; every part may be empty. */
final readonly class Address
{
    public function __construct(
        public string $line1 = '',
        public string $line2 = '',
        public string $postcode = '',
        public string $city = '',
        public string $region = '',
        /** ISO 3166-1 alpha-2, upper case */
        public string $country = '',
    ) {
    }

    /** @param array<string, mixed> $values as on the wire or in a row; what is missing is empty */
    public static function from(array $values): self
    {
        $text = static fn (string $name): string => trim((string) ($values[$name] ?? ''));

        return new self($text('line1'), $text('line2'), $text('postcode'), $text('city'), $text('region'), $text('country'));
    }

    /** @return array{line1: string, line2: string, postcode: string, city: string, region: string, country: string} */
    public function to_array(): array
    {
        return [
            'line1' => $this->line1,
            'line2' => $this->line2,
            'postcode' => $this->postcode,
            'city' => $this->city,
            'region' => $this->region,
            'country' => $this->country,
        ];
    }

    /**
     * As on an envelope, empty lines left out; the country only when it is not the reader's own.
     *
     * @return list<string>
     */
    public function lines(string $locale, string $home_country = ''): array
    {
        $city = trim("{$this->postcode} {$this->city}");
        $country = $this->country !== '' && $this->country !== $home_country
            ? (string) Locale::getDisplayRegion("-{$this->country}", $locale)
            : '';

        return array_values(array_filter([$this->line1, $this->line2, $city, $this->region, $country], static fn (string $line): bool => $line !== ''));
    }
}
