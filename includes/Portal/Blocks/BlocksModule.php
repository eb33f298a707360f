<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Subscriptions\Portal\SubscriptionPagesModule;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** Blocks that show a part of the portal on any page. */
final class BlocksModule extends Module
{
    public function invoices_block(): InvoicesBlock
    {
        return new InvoicesBlock($this->portal()->page(), $this->plugin->module(IdentityModule::class)->session(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(InvoicePagesModule::class)->items(), $this->plugin->module(PortalsModule::class)->urls(), $this->plugin->module(InvoicesModule::class)->today(...), $this->portal()->look(...), $this->portal()->sample(...));
    }

    public function subscriptions_block(): SubscriptionsBlock
    {
        return new SubscriptionsBlock($this->portal()->page(), $this->plugin->module(IdentityModule::class)->session(), $this->plugin->module(SubscriptionsModule::class)->query(), $this->plugin->module(SubscriptionPagesModule::class)->rows(), $this->plugin->module(PortalsModule::class)->urls(), $this->portal()->look(...), $this->portal()->sample(...));
    }

    public function pay_button_block(): PayButtonBlock
    {
        return new PayButtonBlock($this->portal()->page(), $this->plugin->module(IdentityModule::class)->session(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(InvoicePagesModule::class)->next(), $this->plugin->module(InvoicePagesModule::class)->items(), $this->plugin->module(PortalsModule::class)->urls(), $this->portal()->look(...), $this->portal()->sample(...));
    }

    private function portal(): PortalModule
    {
        return $this->plugin->module(PortalModule::class);
    }
}
