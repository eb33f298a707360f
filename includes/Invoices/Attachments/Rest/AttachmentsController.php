<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments\Rest;

use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Attachments\Attachments;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\UploadedFile;

final readonly class AttachmentsController
{
    public function __construct(private AttachmentRepository $files, private Attachments $attachments, private InvoiceRepository $invoices)
    {
    }

    /** @return array<string, mixed> */
    public function upload(Request $request): array
    {
        return $this->attachments->upload($request->file ?? throw UploadedFile::missing(), $request->viewer->actor)->to_wire();
    }

    /** @throws DomainError 404 also for what belongs to an invoice that is not for them, or to none yet */
    public function get(Request $request): Download
    {
        $file = $this->files->find($request->id());
        if ($file === null || $file->invoice_id === null) {
            throw DomainError::not_found();
        }
        $this->invoices->get($file->invoice_id, $request->viewer);

        return new Download($this->files->bytes($file), $file->name, $file->type->mime(), is_saved: true);
    }
}
