<?php

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Portal\Blocks\BlocksModule;
use Counterfoil\Portal\RegisterBlocks;

/** @var array<string, mixed> $attributes */

defined('ABSPATH') || exit;

echo RegisterBlocks::draw( // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- templates escape
    static fn (): string => Plugin::instance()->module(BlocksModule::class)->invoices_block()->render($attributes),
    static fn (): string => Plugin::instance()->module(BlocksModule::class)->invoices_block()->preview($attributes)
);
