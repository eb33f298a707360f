<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Subscriptions\SubscriptionsQuery;

/** What the client pays again and again, what was billed once, and what has ended. */
final readonly class SubscriptionsScreen implements Screen
{
    public const WORD = 'subscriptions';

    /** Draws a SubscriptionsView; a block shows such a list too. */
    public const TEMPLATE = __DIR__ . '/templates/subscriptions.php';

    private const TABS = ['current', 'once', 'inactive'];

    public function __construct(private SubscriptionsQuery $query, private SubscriptionRows $rows, private BoughtOnce $once, private PortalUrls $urls)
    {
    }

    public function needs(): string
    {
        return 'subscriptions.view';
    }

    public function fits(Location $location): bool
    {
        return in_array(self::chosen($location), self::TABS, true);
    }

    public function client_of(Location $location): null
    {
        return null;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): Tab
    {
        return self::as_tab();
    }

    public static function as_tab(): Tab
    {
        return new Tab(__('Products and services', 'counterfoil'), 20);
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            __('Products and services', 'counterfoil'),
            fn (ScreenOptions $options): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(self::TEMPLATE, $this->view($reader, self::chosen($location), $location->before, $options->per_page, $language))
            ),
            tab: self::WORD
        );
    }

    private function view(Reader $reader, string $tab, ?int $before, int $per_page, DocumentLanguage $language): SubscriptionsView
    {
        $to = fn (string $tab, array $more = []): string => $this->urls->to($reader->portal, self::WORD, ($tab === 'current' ? [] : ['tab' => $tab]) + $more);
        $shows_once = $tab === 'once' && $reader->may('billing.view');
        [$rows, $once, $next] = $shows_once
            ? [[], ...$this->once->page($reader, $per_page, $before, $language)]
            : $this->subscriptions($reader, $tab === 'inactive' ? $tab : 'current', $per_page, $before, $language);
        [$title, $text] = self::empty($tab);

        return new SubscriptionsView(
            array_values(array_map(static fn (string $one): array => ['label' => self::label($one), 'url' => $to($one), 'is_current' => $one === $tab], array_filter(self::TABS, static fn (string $one): bool => $one !== 'once' || $reader->may('billing.view')))),
            $rows,
            $once,
            $title,
            $text,
            $tab === 'inactive',
            $before === null ? null : $to($tab),
            $next === null ? null : $to($tab, ['before' => $next]),
        );
    }

    /** @return array{list<SubscriptionRow>, null, int|null} with the id behind which the next page begins */
    private function subscriptions(Reader $reader, string $tab, int $per_page, ?int $before, DocumentLanguage $language): array
    {
        ['subscriptions' => $found, 'next' => $next] = $this->query->page($tab, $reader->client_id, null, '', $reader->viewer, new Keyset('id', true), $per_page, $before === null ? null : [$before]);

        return [$this->rows->of($found, $reader->portal, $reader->viewer, $language), null, $next === null ? null : (int) $next[0]];
    }

    private static function chosen(Location $location): string
    {
        return $location->filters['tab'] ?? 'current';
    }

    private static function label(string $tab): string
    {
        return match ($tab) {
            'once' => __('One-time', 'counterfoil'),
            'inactive' => __('Inactive', 'counterfoil'),
            default => __('Current', 'counterfoil'),
        };
    }

    /** @return array{string, string} */
    public static function empty(string $tab): array
    {
        return match ($tab) {
            'once' => [__('Nothing here yet', 'counterfoil'), __('What you buy once will appear here.', 'counterfoil')],
            'inactive' => [__('No inactive subscriptions', 'counterfoil'), __('Subscriptions that have ended will appear here.', 'counterfoil')],
            default => [__('No subscriptions yet', 'counterfoil'), __('What you pay for regularly will appear here.', 'counterfoil')],
        };
    }
}
