<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Gateways\BankTransfer\BankTransferModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\OpenBills;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

/** A client who says that the newest bill in euros was transferred; the money isn't here yet. */
final readonly class Transfers
{
    public function __construct(private Stage $stage)
    {
    }

    public function announce(): void
    {
        $plugin = Plugin::instance();
        foreach (array_reverse(iterator_to_array((new OpenBills($plugin->database()))->all(), false)) as $bill) {
            $contact = $plugin->module(ClientsModule::class)->contacts()->of_client($bill['client_id'], Viewer::system())[0] ?? null;
            if ($bill['currency'] === 'EUR' && $contact !== null) {
                $invoice = $plugin->module(InvoicesModule::class)->invoices()->get($bill['id'], Viewer::system());
                $plugin->module(BankTransferModule::class)->announce()->handle($invoice, $this->stage->now()->modify('-1 day')->format('Y-m-d'), Actor::contact($contact->id, $contact->name));

                return;
            }
        }
    }
}
