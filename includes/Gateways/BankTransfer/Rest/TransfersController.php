<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer\Rest;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Gateways\BankTransfer\AnnouncementRepository;
use Counterfoil\Gateways\BankTransfer\AnnounceTransfer;
use Counterfoil\Gateways\BankTransfer\TransferSettings;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Rest\Request;

/** For staff: bank transfer's settings, and what clients said they transferred. */
final readonly class TransfersController
{
    /** @param Closure(): Business $business */
    public function __construct(
        private TransferSettings $settings,
        private InvoiceRepository $invoices,
        private ContactRepository $contacts,
        private AnnouncementRepository $announcements,
        private AnnounceTransfer $announce,
        private Closure $business,
    ) {
    }

    /** @return array{is_on: bool, pause_days: int, has_account: bool} */
    public function settings(): array
    {
        $accounts = array_filter(($this->business)()->legal->bank_accounts, static fn ($account): bool => $account->number !== '');

        return ['is_on' => $this->settings->is_on(), 'pause_days' => $this->settings->pause_days(), 'has_account' => $accounts !== []];
    }

    /** @return array{is_on: bool, pause_days: int, has_account: bool} */
    public function update(Request $request): array
    {
        $this->settings->save($request->body['is_on'], $request->body['pause_days'], $request->viewer->actor);

        return $this->settings();
    }

    /** @return array{announced: array{on: string, sent_on: string|null, by: string}|null} */
    public function announced(Request $request): array
    {
        $invoice = $this->invoices->get($request->id(), $request->viewer);
        $said = $this->announcements->of(Invoice::due_of([$invoice]))[$invoice->id] ?? null;

        return ['announced' => $said === null ? null : ['on' => $said->announced_on, 'sent_on' => $said->sent_on, 'by' => $said->contact_id === null ? '' : $this->contacts->find($said->contact_id, $request->viewer)->name ?? '']];
    }

    /** @return array{done: true} */
    public function take_back(Request $request): array
    {
        $this->announce->take_back($this->invoices->get($request->id(), $request->viewer), $request->viewer->actor);

        return ['done' => true];
    }
}
