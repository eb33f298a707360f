<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Access\Capability;
use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\SiteFlags;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** The two pages of a portal as pages of the site: found under any name, missed when they are gone. */
final class PortalPagesModule extends Module
{
    public function hooks(): void
    {
        add_action('admin_notices', function (): void {
            if (in_array(get_current_screen()?->id, ['dashboard', 'edit-page', 'page'], true) && current_user_can(Capability::Settings->value)) {
                $this->watch()->notice();
            }
        });
    }

    public function install(): void
    {
        if ($this->old_paths()->has_any()) {
            SiteFlags::raise(PortalModule::MOVED);
        }
    }

    public function letters(): array
    {
        return ['portal_page_gone' => static fn (): LetterWriter => new PortalPageGoneLetter()];
    }

    public function sentences(): array
    {
        return [
            /* translators: %s: title of a page */
            'settings.portal_page_moved' => static fn (EventWords $words): string => sprintf(__('Address of portal page “%s” changed', 'counterfoil'), $words->name()),
            /* translators: %s: title of a page */
            'settings.portal_page_gone' => static fn (EventWords $words): string => sprintf(__('Portal page “%s” is no longer published', 'counterfoil'), $words->name()),
        ];
    }

    public function health(): array
    {
        return ['portal_pages' => fn (): Finding => $this->watch()->look()];
    }

    public function watch(): PagesWatch
    {
        return new PagesWatch($this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PortalsModule::class)->urls(), $this->plugin->changes(), $this->plugin->module(BusinessModule::class)->business(...), $this->old_paths());
    }

    public function old_paths(): OldPaths
    {
        return new OldPaths($this->plugin->settings());
    }

    public function lasting_address(): LastingAddress
    {
        return new LastingAddress(
            $this->plugin->module(PortalsModule::class)->portals(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->old_paths(),
            fn (Portal $portal): string => Template::draw(__DIR__ . '/templates/closed-page.php', $this->plugin->module(PortalModule::class)->look($portal))
        );
    }

    /** What people of a client whose access is suspended see. */
    public function suspended(): SuspendedScreen
    {
        $pages = $this->plugin->module(InvoicePagesModule::class);
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new SuspendedScreen($invoices->invoices(), $pages->items(), $pages->together(), $this->plugin->module(SubscriptionsModule::class)->settings(), $invoices->today(...), $this->plugin->module(BusinessModule::class)->business(...));
    }

    /** Where mailed links to one bill come in. */
    public function door(): LinkDoor
    {
        $links = $this->plugin->module(LinksModule::class);
        $portals = $this->plugin->module(PortalsModule::class);

        return new LinkDoor($links->live(), $links->passes(), $links->bill(), $links->urls(), $portals->portals(), $portals->urls(), $this->plugin->module(IdentityModule::class)->throttle());
    }
}
