import '../../assets/styles/base.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/identity.css';
import '../../assets/styles/notes.css';
import '../../assets/styles/panel.css';
import '../../assets/styles/relations.css';
import '../../assets/styles/safe.css';
import { start } from '../../components/start.tsx';
import { Panel } from './panel.tsx';

start('panelName', <Panel />);
