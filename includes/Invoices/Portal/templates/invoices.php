<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Invoices\Portal\InvoicesView $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->items === []) : ?>
    <div class="cf-card cf-message">
        <p class="cf-strong"><?php $view->is_first_page ? esc_html_e('No invoices yet', 'counterfoil') : esc_html_e('No older invoices', 'counterfoil'); ?></p>
        <p><?php esc_html_e('New invoices will appear here, and we’ll email them to you.', 'counterfoil'); ?></p>
    </div>
<?php else : ?>
    <ul class="cf-list">
        <?php foreach ($view->items as $item) : ?>
            <li class="cf-row">
                <a class="cf-row__number" href="<?php echo esc_url($item->url); ?>"><bdi><?php echo Html::escape($item->number); ?></bdi></a>
                <span class="cf-row__date"><span class="cf-hidden"><?php esc_html_e('Issued:', 'counterfoil'); ?> </span><?php echo Html::escape($item->issued); ?></span>
                <span class="cf-row__state"><span class="cf-state is-<?php echo Html::escape($item->state); ?>"><?php echo Html::escape($item->label); ?></span></span>
                <span class="cf-row__amount"><?php echo Html::escape($item->amount); ?></span>
                <a class="cf-row__pdf" href="<?php echo esc_url($item->pdf_url); ?>" aria-label="<?php
                    /* translators: %s: invoice number */
                    echo Html::escape(sprintf(__('PDF of invoice %s', 'counterfoil'), $item->number));
            ?>">PDF</a>
            </li>
        <?php endforeach; ?>
    </ul>
<?php endif; ?>
<?php if ($view->newest_url !== null || $view->older_url !== null) : ?>
    <nav class="cf-pager" aria-label="<?php esc_attr_e('More invoices', 'counterfoil'); ?>">
        <?php if ($view->newest_url !== null) : ?>
            <a class="cf-button" href="<?php echo esc_url($view->newest_url); ?>"><?php esc_html_e('Latest invoices', 'counterfoil'); ?></a>
        <?php endif; ?>
        <?php if ($view->older_url !== null) : ?>
            <a class="cf-button cf-pager__next" href="<?php echo esc_url($view->older_url); ?>"><?php esc_html_e('Older invoices', 'counterfoil'); ?></a>
        <?php endif; ?>
    </nav>
<?php endif; ?>
