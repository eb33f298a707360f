<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\Sample;
use Counterfoil\Portal\Views\SubscriptionsBox;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Subscriptions\Portal\SubscriptionRows;
use Counterfoil\Subscriptions\Portal\SubscriptionsScreen;
use Counterfoil\Subscriptions\Portal\SubscriptionsView;
use Counterfoil\Subscriptions\SubscriptionsQuery;

/** The current subscriptions of whoever is logged in, on any page. */
final readonly class SubscriptionsBlock
{
    /**
     * @param Closure(Portal): Look $look
     * @param Closure(DocumentLanguage): Sample $sample
     */
    public function __construct(
        private EnterPage $page,
        private PortalSession $session,
        private SubscriptionsQuery $query,
        private SubscriptionRows $rows,
        private PortalUrls $urls,
        private Closure $look,
        private Closure $sample,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $portal = $this->page->brand();
        $contact = $this->session->current();
        $this->page->catch_up();
        if ($contact === null || ! $contact->can('subscriptions.view')) {
            return self::draw(new SubscriptionsBox(($this->look)($portal), $this->heading($attributes), null, $this->urls->login($portal)));
        }

        return DocumentLanguage::speak(determine_locale(), function (DocumentLanguage $language) use ($attributes, $portal, $contact): string {
            ['subscriptions' => $found, 'next' => $next] = $this->query->page('current', $contact->client->id, null, '', $contact->viewer(), new Keyset('id', true), self::most($attributes), null);
            $list = new SubscriptionsView([], $this->rows->of($found, $portal, $contact->viewer(), $language), null, ...SubscriptionsScreen::empty('current'));

            return self::draw(new SubscriptionsBox(($this->look)($portal), $this->heading($attributes), $list, '', $next === null ? null : $this->urls->to($portal, SubscriptionsScreen::WORD)));
        });
    }

    /** @param array<string, mixed> $attributes */
    public function preview(array $attributes): string
    {
        return DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => self::draw(new SubscriptionsBox(
            ($this->look)($this->page->brand()),
            $this->heading($attributes),
            ($this->sample)($language)->subscriptions(self::most($attributes)),
            '',
            is_sample: true,
        )));
    }

    private static function draw(SubscriptionsBox $box): string
    {
        return Template::draw(dirname(__DIR__) . '/templates/subscriptions-box.php', $box);
    }

    /** @param array<string, mixed> $attributes */
    private function heading(array $attributes): string
    {
        $settings = new BlockSettings($attributes);

        return $settings->flag('showHeading', true) ? ($settings->text('heading') !== '' ? $settings->text('heading') : __('Your subscriptions', 'counterfoil')) : '';
    }

    /** @param array<string, mixed> $attributes */
    private static function most(array $attributes): int
    {
        return (new BlockSettings($attributes))->number('perPage', 5, 1, 50);
    }
}
