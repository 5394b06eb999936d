import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  /** What could not be drawn: 'This screen'. */
  readonly what: string;
  readonly children: ReactNode;
  /** Copies the details for a report. */
  readonly onCopy: (text: string) => void;
  /** A change of this value tries again: the screen's id. */
  readonly resetKey: string;
}

/** Keeps a fault of one screen to that screen: the work is untouched and can be saved. */
export class ErrorBoundary extends Component<Props, { readonly fault: string | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return {
      fault: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
    };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.setState({ fault: `${error.message}\n${info.componentStack ?? ''}` });
  }

  override componentDidUpdate(previous: Props): void {
    if (previous.resetKey !== this.props.resetKey && this.state.fault !== null) {
      this.setState({ fault: null });
    }
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <EmptyState
        title={`${this.props.what} could not be drawn`}
        action={
          <div className="row">
            <Button
              onClick={() => {
                this.setState({ fault: null });
              }}
            >
              Try again
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                this.props.onCopy(fault);
              }}
            >
              Copy the details
            </Button>
          </div>
        }
      >
        This is a fault of the program, not of your book. Your work is untouched: undo the last
        change or go to another screen, and save.
      </EmptyState>
    );
  }
}
