<?php

declare(strict_types=1);

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Plugin;

/** Makes an invoice's PDF; answers its hash. */
return static fn (int $process, int $id): string => hash('sha256', Plugin::instance()->module(InvoicesModule::class)->archive()->pdf($id));
