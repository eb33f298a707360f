<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** Where in the portal somebody wants to be: the query arguments of its page, and nothing else of the request. */
final readonly class Location
{
    private const FILTERS = [
        'period' => '/^[a-z_]{1,20}$/D',
        'from' => '/^\d{4}-\d{2}-\d{2}$/D',
        'to' => '/^\d{4}-\d{2}-\d{2}$/D',
        'currency' => '/^[A-Z]{3}$/D',
        'tab' => '/^[a-z]{1,20}$/D',
        'bills' => '/^[1-9]\d{0,14}(\.[1-9]\d{0,14}){0,99}$/D',
        'amount' => '/^\d[\d .,]{0,24}$/D',
        'after' => '/^[\w.-]{1,300}$/D',
    ];

    public function __construct(
        /** The word of a screen; '' for the first one */
        public string $view = '',
        /** Of what the screen is about */
        public ?int $id = null,
        /** A list goes on below this one */
        public ?int $before = null,
        /** False when a browser fetches the page beforehand, or nothing but its headers: nobody has seen it yet */
        public bool $is_looked_at = true,
        /** A file is to be saved, not shown */
        public bool $is_saved = false,
        /** The client it names, for readers who have several */
        public ?int $client = null,
        /** @var array<string, string> what a screen's form chose, by the names of FILTERS; only what has their form */
        public array $filters = [],
        /** Of a link that opens one bill without a login */
        public ?int $link = null,
    ) {
    }

    /** @param array<string, mixed> $query as the browser sent it */
    public static function from_query(array $query, bool $is_looked_at = true): self
    {
        $number = static function (string $name) use ($query): ?int {
            $value = $query[$name] ?? null;

            return is_string($value) && preg_match('/^[1-9]\d{0,14}$/D', $value) === 1 ? (int) $value : null;
        };
        $view = $query['view'] ?? '';

        // A word of letters; anything else is the word of no screen.
        return new self(is_string($view) && preg_match('/^[a-z-]{0,40}$/D', $view) === 1 ? $view : '?', $number('id'), $number('before'), $is_looked_at, isset($query['download']), $number(PortalUrls::CLIENT), self::filters($query), $number('link'));
    }

    /**
     * @param array<string, mixed> $query
     * @return array<string, string>
     */
    private static function filters(array $query): array
    {
        $filters = [];
        foreach (self::FILTERS as $name => $form) {
            $value = $query[$name] ?? null;
            // What was ticked in a form comes as a list.
            $value = is_array($value) && array_is_list($value) && array_filter($value, is_string(...)) === $value ? implode('.', $value) : $value;
            if (is_string($value) && preg_match($form, $value) === 1) {
                $filters[$name] = $value;
            }
        }

        return $filters;
    }

    public static function current(): self
    {
        // What is shown follows from the address; nothing is changed by it.
        return self::from_query(wp_unslash($_GET), self::is_seen_by_somebody()); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
    }

    /** @return array<string, int|string> what leads here again after the log-in */
    public function to_args(): array
    {
        return array_filter(['view' => $this->view === '?' ? '' : $this->view, 'id' => $this->id, PortalUrls::CLIENT => $this->client] + $this->filters, static fn (int|string|null $value): bool => $value !== null && $value !== '');
    }

    /** Browsers say when they fetch ahead of their reader: "Sec-Purpose" as the Fetch standard has it, the others before it. */
    private static function is_seen_by_somebody(): bool
    {
        foreach (['HTTP_SEC_PURPOSE', 'HTTP_PURPOSE', 'HTTP_X_PURPOSE', 'HTTP_X_MOZ'] as $header) {
            $said = isset($_SERVER[$header]) ? sanitize_text_field(wp_unslash($_SERVER[$header])) : '';
            if (preg_match('/prefetch|prerender|preview/i', $said) === 1) {
                return false;
            }
        }

        return (isset($_SERVER['REQUEST_METHOD']) ? sanitize_key(wp_unslash($_SERVER['REQUEST_METHOD'])) : '') !== 'head';
    }
}
