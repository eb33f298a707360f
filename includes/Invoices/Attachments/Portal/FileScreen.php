<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments\Portal;

use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;

/** A file that came with an issued invoice, saved and never shown: what it is was decided by its bytes, not by the browser. */
final readonly class FileScreen implements Screen
{
    public const WORD = 'file';

    public function __construct(private AttachmentRepository $files, private InvoiceRepository $invoices)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        $invoice_id = $this->files->find((int) $location->id)?->invoice_id;

        return $invoice_id === null ? null : $this->invoices->client_of($invoice_id);
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $file = $this->of_reader((int) $location->id, $reader);

        return new OpenedScreen('', static fn (): string => '', download: new Download($this->files->bytes($file), $file->name, $file->type->mime(), is_saved: true));
    }

    /** @throws DomainError 404 */
    private function of_reader(int $id, Reader $reader): AttachedFile
    {
        $file = $this->files->find($id);
        if ($file === null || $file->invoice_id === null) {
            throw DomainError::not_found();
        }
        $this->invoices->get_for_client($file->invoice_id, $reader->client_id);

        return $file;
    }
}
