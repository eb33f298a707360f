<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** Where in the portal somebody wants to be: the query arguments of its page, and nothing else of the request. */
final readonly class Location
{
    public function __construct(
        public View $view = View::Overview,
        /** Of an invoice */
        public ?int $id = null,
        /** The list of invoices goes on below this one */
        public ?int $before = null,
    ) {
    }

    /** @param array<string, mixed> $query as the browser sent it */
    public static function from_query(array $query): self
    {
        $number = static function (string $name) use ($query): ?int {
            $value = $query[$name] ?? null;

            return is_string($value) && preg_match('/^[1-9]\d{0,14}$/D', $value) === 1 ? (int) $value : null;
        };
        $word = static fn (string $name): string => is_string($query[$name] ?? null) ? $query[$name] : '';
        $view = $word('view') === '' ? View::Overview : View::tryFrom($word('view')) ?? View::Nothing;

        return new self(
            $view->is_about_one_invoice() && $number('id') === null ? View::Nothing : $view,
            $number('id'),
            $number('before'),
        );
    }

    public static function current(): self
    {
        // What is shown follows from the address; nothing is changed by it.
        return self::from_query(wp_unslash($_GET)); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
    }

    /** @return array<string, int|string> what leads here again after the log-in */
    public function to_args(): array
    {
        return array_filter(['view' => $this->view->value, 'id' => $this->id], static fn (int|string|null $value): bool => $value !== null);
    }
}
