<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portal\Screens;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Shared\Module;
use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;

/** Another plugin's screen stands in the portal with its tab, for whoever may see it. */
final class ToyPortalTest extends PortalViewTestCase
{
    public function test_a_screen_that_another_noun_brings_is_opened_and_has_its_tab(): void
    {
        $screens = $this->screens();
        $this->act_as((int) $this->contact_a->user_id);
        [$reader, $opened] = $screens->open(Location::from_query(['view' => 'toys']));

        self::assertSame([200, 'Toys', 'toys'], [$opened->status, $opened->title, $opened->tab]);
        self::assertSame('<p>Toys of Harbour & Pine</p>', ($opened->draw)(new ScreenOptions()));
        $tabs = $screens->tabs($reader);
        self::assertSame(['', 'toys', 'invoices'], array_keys($tabs));
        self::assertSame(['Toys', 3], [$tabs['toys']->label, $tabs['toys']->count]);
    }

    public function test_who_may_not_see_it_is_refused_and_has_no_tab(): void
    {
        $screens = $this->screens();
        $this->act_as((int) $this->view_only($this->a, 'vera@harbour.test')->user_id);
        [$reader, $opened] = $screens->open(Location::from_query(['view' => 'toys']));

        self::assertSame(403, $opened->status);
        self::assertSame(['', 'invoices'], array_keys($screens->tabs($reader)));
        self::assertSame(404, $screens->open(Location::from_query(['view' => 'bears']))[1]->status);
    }

    private function screens(): Screens
    {
        $session = $this->plugin->module(IdentityModule::class)->session();
        $portals = $this->plugin->module(PortalsModule::class);
        $session->forget();
        $modules = [...$this->plugin->modules(), new ToyModule($this->plugin)];

        return new Screens(
            $session,
            $portals->portals(),
            $portals->urls(),
            $this->plugin->module(PaymentsModule::class)->catch_up(),
            static fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->screens(), $modules))
        );
    }
}
