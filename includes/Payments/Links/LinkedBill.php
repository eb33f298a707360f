<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Closure;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Portal\PayScreen;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;

/** What the bearer of a link sees: its bill, the bill's PDF and files, and the receipt of its payment. */
final readonly class LinkedBill
{
    /**
     * @param Closure(DrawByLink): PayScreen $pay
     * @param Closure(Bearer): DrawByLink $draw
     */
    public function __construct(
        private Passes $passes,
        private OpenedByLink $opened,
        private PortalRepository $portals,
        private InvoiceArchive $archive,
        private AttachmentRepository $files,
        private PaymentRepository $payments,
        private Receipts $receipts,
        private Closure $pay,
        private Closure $draw,
    ) {
    }

    /** Whether an address is one of those. */
    public static function is_at(Location $location): bool
    {
        return in_array($location->view, [LinkUrls::BILL, LinkUrls::PDF, LinkUrls::FILE, LinkUrls::RECEIPT], true);
    }

    /**
     * @return array{Portal, OpenedScreen}
     * @throws DomainError 404 for what has ended, and for all that is not the bill's
     */
    public function open(Location $location): array
    {
        $bearer = $this->passes->bearer($location->link);
        if ($location->is_looked_at) {
            $this->opened->handle($bearer);
        }
        $portal = $this->portals->get($bearer->invoice->portal_id);
        $download = match ($location->view) {
            LinkUrls::PDF => $this->archive->download($bearer->invoice, $location->is_saved),
            LinkUrls::FILE => $this->file($bearer, (int) $location->id),
            LinkUrls::RECEIPT => $this->receipt($bearer, (int) $location->id, $location->is_saved),
            default => null,
        };

        return [$portal, $download === null ? $this->bill($bearer, $portal) : new OpenedScreen('', static fn (): string => '', download: $download)];
    }

    private function bill(Bearer $bearer, Portal $portal): OpenedScreen
    {
        // No name of the client's, and no address but the one the link was sent to.
        $reader = new Reader($bearer->viewer(), $portal, $bearer->invoice->client_id, '', '', $bearer->link->recipient);
        $draw = ($this->draw)($bearer);
        if ($bearer->may_pay()) {
            return ($this->pay)($draw)->open($reader, $bearer->invoice, new Location('pay', $bearer->invoice->id, is_looked_at: false));
        }

        return new OpenedScreen(
            /* translators: %s: invoice number */
            sprintf($bearer->invoice->is_pro_forma() ? __('Pro forma invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'), (string) $bearer->invoice->number),
            DocumentLanguage::of_reader(static fn (DocumentLanguage $language): string => $draw->bill($reader, $bearer->invoice, $language))
        );
    }

    /** @throws DomainError 404 */
    private function file(Bearer $bearer, int $id): Download
    {
        $file = $this->files->find($id);
        if ($file === null || $file->invoice_id !== $bearer->invoice->id) {
            throw DomainError::not_found();
        }

        return new Download($this->files->bytes($file), $file->name, $file->type->mime(), is_saved: true);
    }

    /** @throws DomainError 404 */
    private function receipt(Bearer $bearer, int $id, bool $is_saved): Download
    {
        $payment = $this->payments->find($id, $bearer->viewer());
        if ($payment === null || ! DrawByLink::is_of_bill_alone($payment, $bearer->invoice)) {
            throw DomainError::not_found();
        }

        return $this->receipts->of_payment($id, $bearer->viewer(), $is_saved);
    }
}
