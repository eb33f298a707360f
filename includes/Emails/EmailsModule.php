<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;

final class EmailsModule implements Module
{
    private ?OutboxRepository $rows = null;
    private ?Outbox $outbox = null;
    private ?Recipients $recipients = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function outbox(): Outbox
    {
        return $this->outbox ??= new Outbox($this->rows(), $this->plugin->database, static function (Message $message): void {
        });
    }

    public function rows(): OutboxRepository
    {
        return $this->rows ??= new OutboxRepository($this->plugin->database, $this->plugin->clock);
    }

    public function recipients(): Recipients
    {
        return $this->recipients ??= new Recipients($this->plugin->clients->contacts(), $this->plugin->clients->roles(), $this->plugin->brand->business());
    }
}
